package chainrule.benchmark.engine;

import chainrule.catalog.StandardCatalog;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Trains one workload for ten thousand steps and prints, as a row of a table, what the process holds on the way. */
public final class Steady {
    private static final List<Integer> LOOKS = List.of(100, 1_000, 10_000);

    private Steady() {}

    /** The words are the folder of the workloads and the name of one. */
    public static void main(String[] words) throws Exception {
        GraphFile file = GraphFiles.read(Path.of(words[0]).resolve(words[1] + ".json"), StandardCatalog.create());
        StringBuilder row = new StringBuilder("| " + words[1] + " |");
        try (TrainingRun run = TrainingRun.of(Main.plan(file), Main.training(file))) {
            long first = 0;
            long last = 0;
            for (int steps : LOOKS) {
                run.run(steps, (done, loss) -> true);
                last = residentKilobytes();
                first = first == 0 ? last : first;
                row.append(String.format(Locale.ROOT, " %.1f |", last / 1024.0));
            }
            row.append(String.format(Locale.ROOT, " %+.1f |", (last - first) / 1024.0));
        }
        System.out.println(row);
    }

    /** Without what the virtual machine has not yet collected. */
    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

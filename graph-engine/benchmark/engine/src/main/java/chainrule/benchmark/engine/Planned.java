package chainrule.benchmark.engine;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.exec.Workspace;
import chainrule.io.GraphFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What passes will take, as the plan of a workload says, beside what the process holds more after two runs of a fast one. */
public final class Planned {
    private static final double MB = 1e6;

    private Planned() {}

    /** The first word is the folder of the workloads, the second one of them: each in a process of its own. */
    public static void main(String[] words) throws Exception {
        Path file = Path.of(words[0]).resolve(words[1] + ".json");
        ExecutionPlan plan = Main.plan(GraphFiles.read(file, StandardCatalog.create()));
        long planned = FastPass.planned(plan, plan.trainable());
        System.gc();
        long before = resident();
        try (FastPass pass = FastPass.of(plan, plan.trainable())) {
            pass.run();
            pass.run();
            long grown = resident() - before;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f MB | %.2f MB | %.2f MB |%n",
                    words[1],
                    planned / MB,
                    Workspace.planned(plan) / MB,
                    grown / MB);
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}

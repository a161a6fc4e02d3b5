package chainrule.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An engine that answers a driver by lines. Answers begin with {@code @}, since native libraries write to the same
 * stream.
 */
public final class Served {
    private static final int FIRST_LOSSES = 6;
    private static final int MOST_TIMES = 4000;

    private final Engine engine;
    private final PrintStream answers;
    private @Nullable Workload open;

    private Served(Engine engine, PrintStream answers) {
        this.engine = engine;
        this.answers = answers;
    }

    /** Answers until the input ends. */
    public static void run(Engine engine) throws IOException {
        new Served(engine, System.out).loop();
    }

    private void loop() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer;
            try {
                answer = answer(line.split(" ", -1));
            } catch (Exception | LinkageError failed) {
                answer = "failed " + String.valueOf(failed).replace('\n', ' ');
            }
            answers.println("@" + answer);
            answers.flush();
        }
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "open" -> opened(Path.of(words[1]), words[2]);
            case "time" -> timed(Long.parseLong(words[1]) * 1_000_000L, words[2].equals("processor"));
            case "memory" -> "memory " + residentKilobytes();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String opened(Path folder, String name) throws Exception {
        if (open != null) {
            open.close();
            open = null;
        }
        Workload workload = engine.open(folder, name);
        open = workload;
        double[] losses = new double[FIRST_LOSSES];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = workload.step();
        }
        return "losses "
                + DoubleStream.of(losses)
                        .mapToObj(loss -> String.format(Locale.ROOT, "%.9g", loss))
                        .collect(Collectors.joining(" "));
    }

    /**
     * Steps for so many nanoseconds, at least three times, and answers how long each took, thinned out evenly. By the
     * clock of the processor only what this thread computed counts, and not what else a busy machine did; that clock is
     * slow to read, so that short steps are timed together.
     */
    private String timed(long budget, boolean processor) throws Exception {
        Workload workload = open;
        if (workload == null) {
            throw new IllegalStateException("nothing is open");
        }
        int together = processor ? together(workload) : 1;
        long[] nanos = new long[1024];
        int done = 0;
        long start = System.nanoTime();
        long before = now(processor);
        while (done < 3 || System.nanoTime() - start < budget) {
            for (int i = 0; i < together; i++) {
                workload.step();
            }
            long after = now(processor);
            if (done == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * done);
            }
            nanos[done++] = (after - before) / together;
            before = after;
        }
        return "nanos " + thinned(nanos, done);
    }

    private static int together(Workload workload) throws Exception {
        long start = System.nanoTime();
        int steps = 0;
        while (System.nanoTime() - start < 100_000) {
            workload.step();
            steps++;
        }
        return steps;
    }

    private static long now(boolean processor) {
        return processor ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static String thinned(long[] values, int count) {
        int every = 1 + count / MOST_TIMES;
        return LongStream.iterate(0, i -> i + every)
                .limit((count + every - 1) / every)
                .map(i -> values[(int) i])
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

package chainrule.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The driver's end of an engine that runs in a process of its own. */
final class Peer implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;

    Peer(String name, List<String> command, Map<String, String> environment, File log) throws IOException {
        this.name = name;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.in = process.inputReader();
        this.out = process.outputWriter();
    }

    String name() {
        return name;
    }

    /** The first six losses of a workload. */
    double[] open(Path folder, String workload) throws IOException {
        String[] words = ask("open " + folder + " " + workload, "losses");
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }

    /** How long steps take, in microseconds, from so many milliseconds of stepping. */
    double[] time(long millis, String clock) throws IOException {
        return Arrays.stream(ask("time " + millis + " " + clock, "nanos"))
                .mapToDouble(word -> Long.parseLong(word) / 1000.0)
                .toArray();
    }

    /** Megabytes that its process holds. */
    double memory() throws IOException {
        return Long.parseLong(ask("memory", "memory")[0]) / 1024.0;
    }

    @Override
    public void close() {
        try {
            out.close();
            process.waitFor();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private String[] ask(String question, String kind) throws IOException {
        out.write(question + "\n");
        out.flush();
        String line = in.readLine();
        while (line != null && !line.startsWith("@")) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException(name + " ended");
        }
        if (!line.startsWith("@" + kind + " ")) {
            throw new IOException(line.substring(1));
        }
        return line.substring(kind.length() + 2).split(" ", -1);
    }
}

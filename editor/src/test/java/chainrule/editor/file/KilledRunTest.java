package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.io.GraphFiles;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed in the middle of an edit loses at most five seconds, and leaves the learner's file alone. */
class KilledRunTest {
    private static final long EDITING = TimeUnit.SECONDS.toNanos(6);
    private static final long MOST_LOST = TimeUnit.SECONDS.toNanos(5);

    @TempDir
    Path folder;

    @Test
    void killedInTheMiddleOfAnEdit() throws Exception {
        Path file = folder.resolve("mine.chainrule.json");
        Document before = Samples.product();
        GraphFiles.write(file, before.file());
        String bytes = Files.readString(file);
        List<Long> times = new ArrayList<>();
        Process editing = start(file);
        long killed;
        try (BufferedReader out = editing.inputReader()) {
            long begin = 0;
            while (out.readLine() != null && (begin == 0 || System.nanoTime() - begin < EDITING)) {
                times.add(System.nanoTime());
                begin = times.get(0);
            }
            killed = System.nanoTime();
            editing.destroyForcibly();
        }
        assertThat(editing.waitFor()).isNotZero();

        Recovery next = new Recovery(sideFiles(), Samples.CATALOG, Duration.ofSeconds(2), Runnable::run);
        Recovered left = next.left().get(0);
        assertThat(Files.readString(file)).isEqualTo(bytes);
        assertThat(left.origin()).isEqualTo(new Origin.OnDisk(file));
        int kept = (int) (left.file().layout().of(NodeId.of("a")).x()
                - before.at(NodeId.of("a")).x());
        assertThat(kept).isPositive();
        assertThat(killed - times.get(Math.min(kept, times.size()) - 1)).isLessThan(MOST_LOST);
    }

    private Path sideFiles() {
        return folder.resolve("recovery");
    }

    private Process start(Path file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingForever.class.getName(),
                        sideFiles().toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.MemoryPreferences;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.io.GraphFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    Path folder;

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final History history = new History(Document.untitled());

    @AfterEach
    void stop() {
        writer.shutdownNow();
    }

    @Test
    void changesAreKeptAndFoundByTheNextRun() throws Exception {
        Path file = folder.resolve("mine ü.chainrule.json");
        Recovery run = run();
        run.watch(history, () -> new Origin.OnDisk(file));
        history.perform(Samples.param("a", 2, 0, 0));
        history.perform(Samples.param("b", 3, 0, 90));
        written();
        assertThat(run().left()).as("the run still goes on").isEmpty();
        killed(run);
        Recovered left = run().left().get(0);
        assertThat(left.file()).isEqualTo(history.document().file());
        assertThat(left.origin()).isEqualTo(new Origin.OnDisk(file));
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsSavedOrUndoneIsNotKept() throws Exception {
        Recovery run = run();
        run.watch(history, Origin.Nowhere::new);
        history.perform(Samples.param("a", 2, 0, 0));
        written();
        assertThat(sideFiles()).hasSize(1);
        history.undo();
        written();
        assertThat(sideFiles()).isEmpty();
        history.redo();
        written();
        history.markSaved();
        written();
        assertThat(sideFiles()).isEmpty();
    }

    @Test
    void aClosedDocumentLeavesNothingAndAClosedRunNoFolder() throws Exception {
        Recovery run = run();
        SideFile side = run.watch(history, () -> new Origin.Preset("m0-dot"));
        history.perform(Samples.param("a", 2, 0, 0));
        written();
        side.close();
        history.perform(Samples.param("b", 2, 0, 0));
        run.close();
        written();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsRecoveredIsAChangeThatCanBeUndone() throws Exception {
        Path path = folder.resolve("net.chainrule.json");
        GraphFiles.write(path, Samples.product().file());
        Recovery run = run();
        run.watch(history, () -> new Origin.OnDisk(path));
        history.perform(Samples.param("later", 2, 0, 0));
        written();
        killed(run);
        History next = new History(Document.untitled());
        Filing filing = new Filing(
                next,
                Storage.onDisk(Samples.CATALOG),
                new NoQuestions(),
                new RecentFiles(MemoryPreferences.empty()),
                sentence -> {});
        Recovery later = run();
        Recovered left = later.left().get(0);
        filing.recover(left);
        assertThat(filing.title()).isEqualTo("net.chainrule.json*");
        assertThat(next.document().graph().has(NodeId.of("later"))).isTrue();
        next.undo();
        assertThat(next.document().graph()).isEqualTo(Samples.product().graph());
        later.discard(left);
        written();
        assertThat(later.left()).isEmpty();
    }

    @Test
    void aBrokenSideFileIsLeftAlone() throws Exception {
        Path session = Files.createDirectories(folder.resolve("old"));
        Files.createFile(session.resolve("lock"));
        Files.writeString(session.resolve("x.json"), "{");
        assertThat(run().left()).isEmpty();
        assertThat(session.resolve("x.json")).exists();
    }

    @Test
    void eachSystemHasItsFolder() {
        Map<String, String> none = Map.of();
        assertThat(StateFolder.of("Linux", "/home/a", none)).isEqualTo(Path.of("/home/a/.local/state/chainrule"));
        assertThat(StateFolder.of("Linux", "/home/a", Map.of("XDG_STATE_HOME", "/s")))
                .isEqualTo(Path.of("/s/chainrule"));
        assertThat(StateFolder.of("Mac OS X", "/u", none))
                .isEqualTo(Path.of("/u", "Library", "Application Support", "chainrule"));
        assertThat(StateFolder.of("Windows 11", "/u", none)).isEqualTo(Path.of("/u", "AppData", "Local", "chainrule"));
        assertThat(StateFolder.of("Windows 11", "/u", Map.of("LOCALAPPDATA", "/l")))
                .isEqualTo(Path.of("/l", "chainrule"));
    }

    private Recovery run() {
        return new Recovery(folder, Samples.CATALOG, Duration.ofMillis(1), writer);
    }

    /** Waits until the writer has done what it was asked. */
    private void written() throws Exception {
        TimeUnit.MILLISECONDS.sleep(30);
        writer.submit(() -> {}).get();
    }

    /** As the system does when the process ends: the lock goes, the files stay. */
    private static void killed(Recovery run) {
        run.dropLock();
    }

    private List<Path> sideFiles() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(".json")).toList();
        }
    }
}

package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.MemoryPreferences;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.io.GraphFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is saved by itself where that is wanted, it has a file, and it is open. */
class AutoSavingTest {
    private static final int SOON = 20;
    private static final long LONG = 400;

    @TempDir
    Path folder;

    private final Preferences preferences = MemoryPreferences.empty();
    private final History history = new History(Document.untitled());
    private final Filing filing = new Filing(
            history, Storage.onDisk(Samples.CATALOG), new NoQuestions(), new RecentFiles(preferences), sentence -> {});
    private final AutoSaving saving = new AutoSaving(preferences, filing, history, SOON);

    private void edit(String name) throws Exception {
        SwingUtilities.invokeAndWait(() -> history.perform(Samples.param(name, 1, 0, 0)));
    }

    private boolean saved() throws Exception {
        long end = System.nanoTime() + LONG * 1_000_000;
        boolean[] saved = {false};
        while (!saved[0] && System.nanoTime() < end) {
            Thread.sleep(SOON);
            SwingUtilities.invokeAndWait(() -> saved[0] = !history.dirty());
        }
        return saved[0];
    }

    @Test
    void onlyWhereItIsWantedAndThereIsAFile() throws Exception {
        Path file = folder.resolve("mine.chainrule.json");
        saving.change();
        edit("a");
        assertThat(saved()).as("it has no file").isFalse();
        history.markSaved();
        filing.open(file, GraphFile.untitled());
        edit("b");
        assertThat(saved()).isTrue();
        assertThat(Files.readString(file)).contains("\"b\"");
        saving.change();
        edit("c");
        assertThat(saved()).as("it is no longer wanted").isFalse();
    }

    @Test
    void whatIsDiscardedIsNotSavedLater() throws Exception {
        filing.open(folder.resolve("mine.chainrule.json"), GraphFile.untitled());
        saving.change();
        edit("a");
        SwingUtilities.invokeAndWait(saving::close);
        assertThat(saved()).isFalse();
    }
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.file.FaultLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of itself: its news, and what helps with a problem. */
class NewsTest {
    @TempDir
    Path folder;

    @Test
    void anotherVersionIsNoticedOnceAndNotOnTheFirstStart() {
        Preferences preferences = MemoryPreferences.empty();
        assertThat(News.isFresh(preferences, "1.0")).isFalse();
        assertThat(News.isFresh(preferences, "1.0")).isFalse();
        assertThat(News.isFresh(preferences, "1.1")).isTrue();
        assertThat(News.isFresh(preferences, "1.1")).isFalse();
    }

    @Test
    void theNewestChangesAreALineEach() {
        assertThat(News.text()).startsWith("Unreleased").contains("\n•  ").doesNotContain("\n  ", "`", "## ");
    }

    @Test
    void aReportNamesTheVersionTheMachineAndTheLog() {
        FaultLog log = new FaultLog(folder.resolve("state").resolve("faults.log"));
        assertThat(ProblemReport.text(log))
                .contains(
                        "Chainrule " + News.version(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        log.file() + " (none were written)");
        log.add(new IllegalStateException("a fault"));
        assertThat(ProblemReport.text(log)).endsWith("faults.log");
    }

    @Test
    void faultsAreWrittenAndALongLogIsBegunAnew() throws Exception {
        FaultLog log = new FaultLog(folder.resolve("faults.log"));
        log.add(new IllegalStateException("first"));
        log.add(new IllegalStateException("second"));
        assertThat(Files.readString(log.file())).contains("first", "second", "NewsTest");
        Files.writeString(log.file(), "x".repeat(1_000_001));
        log.add(new IllegalStateException("third"));
        assertThat(Files.readString(log.file())).contains("third").doesNotContain("xxx");
    }

    @Test
    void aReportIsPutOnTheClipboardByTheMenu() throws Exception {
        try (WindowFixture editor = WindowFixture.withWorker(task -> {})) {
            javax.swing.SwingUtilities.invokeLater(
                    () -> editor.frame.actions().get("help.report").run());
            editor.window.dialog().textBox("help.text").requireVisible();
            editor.window.dialog().close();
            assertThat((String) editor.clipboard.getData(java.awt.datatransfer.DataFlavor.stringFlavor))
                    .startsWith("Chainrule ");
        }
    }
}

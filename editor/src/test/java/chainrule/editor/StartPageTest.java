package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.file.RecentFiles;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JMenu;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest {
    @TempDir
    Path folder;

    private WindowFixture editor;

    @BeforeEach
    void open() {
        editor = WindowFixture.withWorker(task -> {});
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void aPresetIsOpenedByItsPicture() {
        editor.run(() -> editor.frame.showStart());
        editor.window.list("start.topics").selectItem(3);
        editor.window.button("start.preset:b3-mazur").click();
        assertThat(editor.frame.getTitle()).startsWith("b3-mazur");
        assertThat(GuiActionRunner.execute(() -> editor.frame.canvas().isShowing()))
                .isTrue();
    }

    @Test
    void aNewGraphLeavesThePageInTheSameTab() {
        editor.run(() -> editor.frame.showStart());
        assertThat(GuiActionRunner.execute(() -> editor.frame.canvas().isShowing()))
                .isFalse();
        editor.window.button("start.new").click();
        assertThat(GuiActionRunner.execute(() -> editor.frame.canvas().isShowing()))
                .isTrue();
        assertThat(GuiActionRunner.execute(() -> editor.frame.tabs())).isEqualTo(1);
    }

    @Test
    void theTourIsTakenInAnEmptyDocument() {
        editor.openPreset("b3-mazur");
        editor.run(() -> editor.frame.actions().get("help.tour").run());
        editor.window.robot().waitForIdle();
        assertThat(GuiActionRunner.execute(() -> editor.frame.tabs())).isEqualTo(2);
        assertThat(editor.frame.bench().history().document().graph().nodes()).isEmpty();
        editor.window
                .label("tour.what")
                .requireText("A parameter is a number that a network learns. Put one on the canvas.");
        var show = editor.window.button("tour.show").target();
        editor.run(show::doClick);
        editor.window.label("tour.what").requireText("Give it a number.");
        var end = editor.window.button("tour.end").target();
        editor.run(end::doClick);
        assertThat(GuiActionRunner.execute(
                        () -> editor.window.robot().finder().findAll(c -> "tour".equals(c.getName()) && c.isShowing())))
                .isEmpty();
    }

    @Test
    void theCourseBeginsHere() {
        editor.run(() -> editor.frame.showStart());
        editor.run(() -> editor.frame.actions().get("help.course").run());
        editor.window.robot().waitForIdle();
        editor.window.panel("lesson").requireVisible();
    }

    @Test
    void filesOfLastTimeAreThereAndMissingOnesAreGrey() throws Exception {
        Path kept = folder.resolve("kept.chainrule.json");
        Path gone = folder.resolve("gone.chainrule.json");
        GraphFiles.write(kept, GraphFile.untitled());
        GraphFiles.write(gone, GraphFile.untitled());
        editor.run(() -> editor.frame.open(gone));
        editor.run(() -> editor.frame.open(kept));
        Files.delete(gone);
        editor.run(() -> editor.frame.showStart());
        assertThat(GuiActionRunner.execute(() -> editor.frame.tabs())).isEqualTo(3);
        var links = editor.window.robot().finder().findAll(editor.frame.current(), component -> "start.recent"
                .equals(component.getName()));
        assertThat(links).extracting(link -> link.isEnabled()).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aFileIsPinnedHereAndStaysInTheMenu() throws Exception {
        Path file = folder.resolve("mine.chainrule.json");
        GraphFiles.write(file, GraphFile.untitled());
        editor.run(() -> editor.frame.open(file));
        editor.run(() -> editor.frame.showStart());
        editor.window.toggleButton("start.pin").click();
        assertThat(recent().isPinned(file)).isTrue();
        JMenu menu = new JMenu();
        editor.run(() -> editor.frame.actions().get("file.forget").run());
        editor.run(() -> new RecentMenu(recent(), editor.frame, editor.frame.actions()).fill(menu));
        assertThat(menu.getItem(0).getText()).isEqualTo("mine.chainrule.json");
        JMenu pins = (JMenu) menu.getItem(2);
        editor.run(() -> pins.getItem(0).doClick());
        assertThat(recent().isPinned(file)).isFalse();
        assertThat(recent().paths()).containsExactly(file);
    }

    private RecentFiles recent() {
        return new RecentFiles(editor.preferences);
    }
}

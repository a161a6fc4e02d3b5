package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.file.Questions;
import chainrule.graph.NodeId;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabsTest {
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
    void aPresetTakesThePlaceOfAnUntouchedOne() {
        editor.openPreset("m0-two-paths");
        editor.openPreset("m0-dot");
        assertThat(tabs()).isEqualTo(1);
        move("x");
        editor.openPreset("m0-two-paths");
        assertThat(tabs()).isEqualTo(2);
        assertThat(editor.frame.getTitle()).isEqualTo("m0-two-paths (preset) – Chainrule");
        run("view.previousTab");
        assertThat(editor.frame.getTitle()).isEqualTo("m0-dot (preset)* – Chainrule");
        assertThat(editor.frame.getJMenuBar()).isSameAs(editor.frame.current().menuBar());
    }

    @Test
    void aFileIsOpenOnce() throws Exception {
        Path file = folder.resolve("a.chainrule.json");
        GraphFiles.write(file, GraphFile.untitled());
        editor.run(() -> editor.frame.open(file));
        run("file.new");
        assertThat(tabs()).isEqualTo(2);
        editor.run(() -> editor.frame.open(folder.resolve(".").resolve("a.chainrule.json")));
        assertThat(tabs()).isEqualTo(2);
        assertThat(editor.frame.filing().title()).isEqualTo("a.chainrule.json");
    }

    @Test
    void aFileThatCannotBeReadOpensNoTab() {
        editor.openPreset("m0-dot");
        move("x");
        editor.run(() -> editor.frame.open(folder.resolve("gone.chainrule.json")));
        assertThat(tabs()).isEqualTo(1);
        assertThat(editor.window.label("notice.sentence").text()).startsWith("There is no file ");
    }

    @Test
    void closingATabAsksForItsChangesOnly() {
        editor.openPreset("m0-dot");
        move("x");
        run("file.new");
        run("file.close");
        assertThat(tabs()).isEqualTo(1);
        assertThat(editor.answers.asked).isEmpty();
        run("file.new");
        assertThat(GuiActionRunner.execute(() -> editor.frame.closeAll())).isFalse();
        assertThat(editor.answers.asked).containsExactly("m0-dot (preset)");
        assertThat(editor.frame.getTitle()).isEqualTo("m0-dot (preset)* – Chainrule");
        editor.answers.unsaved = Questions.Unsaved.DISCARD;
        assertThat(GuiActionRunner.execute(() -> editor.frame.closeAll())).isTrue();
        assertThat(editor.preferences.get("last", "")).isEqualTo("preset:m0-dot\n");
    }

    @Test
    void aPanelThatIsHiddenInOneTabIsHiddenInTheOthers() {
        run("file.new");
        run("panel.palette");
        run("view.nextTab");
        editor.window.robot().waitForIdle();
        assertThat(GuiActionRunner.execute(() -> editor.frame.canvas().getX())).isZero();
    }

    @Test
    void closedDocumentsAreForgotten() throws Exception {
        List<WeakReference<Object>> closed = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            run("file.new");
            editor.run(() -> closed.add(new WeakReference<>(editor.frame.canvas())));
            run("file.close");
        }
        editor.window.robot().waitForIdle();
        for (int i = 0; i < 20 && closed.stream().anyMatch(c -> c.get() != null); i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(closed.stream().filter(c -> c.get() != null).count()).isLessThanOrEqualTo(1);
    }

    private int tabs() {
        return GuiActionRunner.execute(() -> editor.frame.tabs());
    }

    private void move(String node) {
        editor.run(() -> editor.frame.bench().history().perform(new MoveNodes(Set.of(NodeId.of(node)), 8, 0)));
    }

    private void run(String action) {
        editor.run(() -> editor.frame.actions().get(action).run());
    }
}

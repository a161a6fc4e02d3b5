package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.action.EditorAction;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.Scope;
import chainrule.graph.NodeId;
import chainrule.io.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarksTest {
    private static final Point THERE = new Point(300, 120);
    /** The canvas may grow or shrink a little when the numbers of a pass appear. */
    private static final Offset<Double> NEAR = Offset.offset(15.0);

    private WindowFixture editor;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
        editor.openPreset("m0-two-paths");
        editor.run(() -> canvas().requestFocusInWindow());
        editor.window.robot().waitForIdle();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private GraphCanvas canvas() {
        return editor.frame.canvas();
    }

    private EditorAction action(String id) {
        return editor.frame.actions().get(id);
    }

    /** How many nodes are on the canvas. */
    private int shown() {
        return GuiActionRunner.execute(
                () -> canvas().keyboard().getAccessibleContext().getAccessibleChildrenCount());
    }

    private void assertThatIsSeen(Point middle, double zoom) {
        Point seen = GuiActionRunner.execute(() -> canvas().camera().middle());
        assertThat(seen.x()).isCloseTo(middle.x(), NEAR);
        assertThat(seen.y()).isCloseTo(middle.y(), NEAR);
        assertThat(GuiActionRunner.execute(() -> canvas().zoom())).isEqualTo(zoom);
    }

    @Test
    void aDigitGoesBackToWhereItWasSetWithCtrl() {
        editor.run(() -> canvas().camera().show(THERE, 2));
        editor.press(KeyEvent.VK_3, KeyEvent.VK_CONTROL);
        editor.press(KeyEvent.VK_1);
        assertThat(GuiActionRunner.execute(() -> canvas().zoom()))
                .as("1 shows the whole graph where it has no bookmark")
                .isNotEqualTo(2.0);
        editor.press(KeyEvent.VK_3);
        assertThatIsSeen(THERE, 2);
        editor.run(() -> action("bookmark.forget").run());
        assertThat(GuiActionRunner.execute(() -> action("bookmark.go3").reason()))
                .contains("Bookmark 3 is not set.");
    }

    @Test
    void theyAreRememberedForTheFile(@TempDir Path folder) {
        editor.run(() -> {
            canvas().camera().show(THERE, 0.5);
            action("bookmark.set1").run();
        });
        Path file = folder.resolve("two.chainrule.json");
        editor.answers.save = file;
        editor.run(() -> {
            action("file.save").run();
            action("file.close").run();
            editor.frame.open(file);
        });
        editor.window.robot().waitForIdle();
        editor.run(() -> action("bookmark.go1").run());
        assertThatIsSeen(THERE, 0.5);
    }

    @Test
    void oneIsInsideOfANode() throws InterruptedException {
        editor.openAndRun("p1-and-gate");
        NodeId block = NodeId.of("z");
        int outside = shown();
        editor.run(() -> editor.frame.bench().showing().open(block));
        WindowFixture.await(() -> shown() != outside);
        editor.run(() -> {
            canvas().camera().show(THERE, 2);
            action("bookmark.set2").run();
            editor.frame.bench().showing().up();
            canvas().camera().fit();
        });
        assertThat(GuiActionRunner.execute(() -> action("bookmark.go2").name()))
                .isEqualTo("Go to bookmark 2 in " + block);
        WindowFixture.await(() -> shown() == outside);
        editor.run(() -> action("bookmark.go2").run());
        WindowFixture.await(() -> shown() != outside);
        assertThat(GuiActionRunner.execute(() -> editor.frame.bench().showing().scope()))
                .isEqualTo(Scope.inside(block));
        assertThatIsSeen(THERE, 2);
    }
}

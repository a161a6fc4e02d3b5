package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.History;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Connect;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.event.KeyEvent;
import java.util.Set;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repairing by a menu that the keyboard opens. */
class RepairingTest {
    private static final NodeId X = NodeId.of("x");
    private static final NodeId W = NodeId.of("w");
    private static final NodeId Y = NodeId.of("y");

    private WindowFixture editor;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
        add("x", "param", Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6), 60, 60);
        add("w", "param", Tensor.of(Shape.of(4, 3), new double[12]), 60, 240);
        editor.run(() -> history()
                .perform(new AddNode(Node.of("y", editor.frame.bench().catalog().get("matmul")), new Point(360, 120))));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private void add(String id, String type, Tensor value, double x, double y) {
        Settings settings = Settings.none().with("value", new Literal.Numbers(value));
        editor.run(() -> history()
                .perform(
                        new AddNode(Node.of(id, editor.frame.bench().catalog().get(type), settings), new Point(x, y))));
    }

    private History history() {
        return editor.frame.bench().history();
    }

    private void press(int key, int modifier) {
        var robot = editor.window.robot();
        if (modifier != 0) {
            robot.pressKey(modifier);
        }
        robot.pressAndReleaseKeys(key);
        if (modifier != 0) {
            robot.releaseKey(modifier);
        }
        robot.waitForIdle();
    }

    @Test
    void shapesAreRepairedWithoutTheMouse() {
        editor.run(() -> {
            history().perform(new Connect(Source.of(X), new Slot(Y, "a")));
            history().perform(new Connect(Source.of(W), new Slot(Y, "b")));
            editor.frame.canvas().requestFocusInWindow();
        });
        editor.window.robot().waitForIdle();
        editor.run(() -> editor.frame.bench().selection().select(Set.of(), Set.of(new Slot(Y, "b"))));
        assertThat(GuiActionRunner.execute(
                        () -> editor.frame.actions().get("edit.repair").reason()))
                .isEmpty();
        press(KeyEvent.VK_R, KeyEvent.VK_CONTROL);
        press(KeyEvent.VK_DOWN, 0);
        press(KeyEvent.VK_ENTER, 0);
        assertThat(history().undoLabel()).contains("Insert transpose before y.b");
        editor.run(() -> history().undo());
        assertThat(history().document().graph().nodes()).hasSize(3);
    }

    @Test
    void whatCannotBeRepairedSaysWhy() {
        editor.run(() -> editor.frame.bench().selection().clear());
        assertThat(editor.frame.actions().get("edit.repair").reason())
                .contains("Select an edge or a node whose shapes do not fit.");
    }
}

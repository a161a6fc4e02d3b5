package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.action.EditorAction;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.tensor.Tensor;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.Action;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** e = c · d with c = a + b and d = b + 1, at a = 2 and b = 1: c = 3, d = 2, e = 6; de/da = 2, de/db = 5. */
class HoldingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");
    private static final NodeId E = NodeId.of("e");

    private WindowFixture editor;

    @BeforeEach
    void open() throws InterruptedException {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private Optional<Tensor> gradient(NodeId node) {
        return GuiActionRunner.execute(
                () -> editor.frame.bench().stepper().view().flatMap(view -> view.gradient(node)));
    }

    @Test
    void thePresentValueIsHeldWhileWhatIsBeforeChanges() throws InterruptedException {
        EditorAction hold = editor.action("node.hold", C);
        editor.run(hold::run);
        editor.awaitRun();
        assertThat(editor.value(E)).contains(Tensor.scalar(6));
        assertThat(gradient(C)).contains(Tensor.scalar(2));
        assertThat(gradient(A)).as("nothing flows back through c").isEmpty();
        assertThat(gradient(B)).as("only through d").contains(Tensor.scalar(3));
        assertThat(GuiActionRunner.execute(() -> editor.frame.bench().history().undoLabel()))
                .contains("Hold c at 3");
        assertThat(GuiActionRunner.execute(() -> hold.getValue(Action.SELECTED_KEY)))
                .isEqualTo(true);
        editor.run(hold::run);
        editor.awaitRun();
        assertThat(gradient(A)).contains(Tensor.scalar(2));
        assertThat(gradient(B)).contains(Tensor.scalar(5));
    }

    @Test
    void aValueIsTypedOnTheCard() throws InterruptedException {
        editor.run(editor.action("node.holdAt", C)::run);
        JTextComponent field = editor.window.textBox("node.hold").target();
        assertThat(GuiActionRunner.execute(() -> field.getText())).isEqualTo("3");
        editor.run(() -> field.setText("high"));
        editor.window.textBox("node.hold").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        assertThat(GuiActionRunner.execute(() -> field.getToolTipText())).contains("high is no value to hold");
        editor.run(() -> field.setText("10"));
        editor.window.textBox("node.hold").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        editor.awaitRun();
        assertThat(editor.value(E)).contains(Tensor.scalar(20));
        assertThat(gradient(B)).contains(Tensor.scalar(10));
        editor.run(() -> editor.frame.bench().history().undo());
        editor.awaitRun();
        assertThat(editor.value(E)).contains(Tensor.scalar(6));
    }

    @Test
    void theInspectorSaysThatNothingFlowsBack() throws InterruptedException {
        editor.run(editor.action("node.hold", C)::run);
        editor.awaitRun();
        editor.run(() -> editor.frame.bench().selection().select(Slot.of("c", "a")));
        GuiActionRunner.execute(() -> {
            Container card =
                    (Container) editor.window.panel("inspector.pull.c.a").target();
            assertThat(((JTextComponent) card.getComponent(0)).getText())
                    .isEqualTo("nothing flows back through a held node");
        });
    }

    @Test
    void nothingIsHeldWhereNothingIsSelected() {
        EditorAction hold = editor.action("node.hold", C);
        editor.run(() -> editor.frame.bench().selection().clear());
        assertThat(GuiActionRunner.execute(hold::reason)).contains("No node is selected.");
    }
}

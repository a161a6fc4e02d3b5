package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.action.EditorAction;
import chainrule.graph.NodeId;
import chainrule.tensor.Tensor;
import java.util.Optional;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceActionsTest {
    private static final NodeId B = NodeId.of("b");
    private static final NodeId D = NodeId.of("d");

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

    @Test
    void aBypassedNodeShowsWhatItHandsOnAndComputesAgain() throws InterruptedException {
        Optional<Tensor> before = editor.value(D);
        EditorAction bypass = editor.action("node.bypass", D);
        editor.run(bypass::run);
        editor.awaitRun();
        assertThat(editor.value(D)).isEqualTo(editor.value(B)).isNotEqualTo(before);
        assertThat(GuiActionRunner.execute(() -> editor.frame.bench().history().undoLabel()))
                .contains("Bypass d");
        editor.run(bypass::run);
        editor.awaitRun();
        assertThat(editor.value(D)).isEqualTo(before);
    }

    @Test
    void whatCannotBeBypassedSaysWhyAndCanBeMuted() {
        assertThat(editor.action("node.bypass", B).reason()).contains("b has no input that could be handed on.");
        EditorAction mute = editor.action("node.mute", B);
        editor.run(mute::run);
        assertThat(GuiActionRunner.execute(
                        () -> editor.frame.bench().evaluator().current().problems()))
                .extracting(problem -> problem.sentence())
                .contains("Input b of c is not connected.");
        editor.run(() -> editor.frame.bench().selection().clear());
        assertThat(mute.reason()).contains("No node is selected.");
    }
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.session.Breaks;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import java.awt.event.KeyEvent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/** Breakpoints and watches in the window, by keys and by the mouse. */
class WatchWindowTest {
    private static final NodeId RELU = NodeId.of("y");

    @Test
    void aConditionIsAddedByTheMouseAndStopsTheTraining() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new java.awt.Point(0, 0));
            editor.openAndRun("a2-dying-relu");
            editor.run(() -> editor.frame.actions().get("panel.inspector").run());
            editor.run(() -> editor.frame.actions().get("panel.watch").run());
            editor.window.comboBox("break.kind").selectItem("dead unit of a ReLU");
            editor.window.button("break.add").click();
            assertThat(editor.window.textBox("break.said").text())
                    .isEqualTo("⚠ Select the node that is looked at first.");
            editor.run(() -> editor.frame.bench().selection().select(NodeId.of("z")));
            editor.window.button("break.add").click();
            assertThat(editor.window.textBox("break.said").text())
                    .isEqualTo("⚠ z is of the type linear: only relu can die.");
            editor.run(() -> editor.frame.bench().selection().select(RELU));
            editor.window.button("break.add").click();
            editor.window.checkBox("break:the first dead unit of y").requireSelected();
            editor.run(() -> editor.frame.actions().get("train.start").run());
            WindowFixture.await(() -> GuiActionRunner.execute(() -> editor.frame
                    .bench()
                    .stepper()
                    .marked()
                    .filter(new Step.Forward(RELU)::equals)
                    .isPresent()));
            assertThat(editor.window.textBox("watch.stopped").text()).endsWith("the first dead unit of y.");
            editor.window.button("break.remove:the first dead unit of y").click();
            assertThat(breaks(editor)).isEmpty();
        }
    }

    @Test
    void breakpointsAndWatchesAreSetByKeys() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new java.awt.Point(0, 0));
            editor.openAndRun("a2-dying-relu");
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.run(() -> editor.frame.bench().selection().select(RELU));
            editor.window.robot().waitForIdle();
            editor.press(KeyEvent.VK_F12, KeyEvent.VK_CONTROL);
            assertThat(breaks(editor)).containsExactly(new Breaks.AtNode(RELU));
            editor.run(() -> editor.frame.actions().get("step.start").run());
            editor.press(KeyEvent.VK_F12, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.bench().stepper().marked()))
                    .contains(new Step.Forward(RELU));
            editor.press(KeyEvent.VK_F12);
            String there = editor.window.label("watch:y").text();
            assertThat(there).isEqualTo("‖1.871‖");
            editor.window.button("watch.remove:y").click();
            editor.press(KeyEvent.VK_F12, KeyEvent.VK_CONTROL);
            assertThat(breaks(editor)).isEmpty();
        }
    }

    private static java.util.List<Breaks.Break> breaks(WindowFixture editor) {
        return GuiActionRunner.execute(() -> editor.frame.bench().breaks().all());
    }
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/** Training in the window: by its buttons and by its fields. */
class TrainingWindowTest {
    @Test
    void trainsByAButtonAndKeepsTheWeights() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("p1-xor-tanh");
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.button("train.keep").requireDisabled();
            editor.window.textBox("training.steps").deleteText().enterText("60\n");
            assertThat(steps(editor)).isEqualTo(60);
            editor.window.button("train.start").click();
            await(() -> progress(editor).startsWith("step 60 of 60 · loss "));
            editor.window.button("train.keep").requireEnabled().click();
            await(() -> label(editor).equals("Keep trained weights"));
            editor.awaitRun();
            assertThat(value(editor, "W1")).contains("value");
            editor.run(() -> editor.frame.actions().get("edit.undo").run());
            assertThat(value(editor, "W1")).doesNotContain("keep");
        }
    }

    @Test
    void aMistakeIsSaidInThePanel() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("m0-dot");
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.textBox("training.rate").deleteText().enterText("-1\n");
            editor.window.button("train.step").click();
            await(() -> editor.frame.isVisible()
                    && GuiActionRunner.execute(() -> editor.window
                            .label("training.problem")
                            .target()
                            .getText()
                            .contains("Setting lr of the optimizer sgd is -1: it should be at least 0.")));
            editor.run(() -> editor.frame.actions().get("edit.undo").run());
            assertThat(editor.window.textBox("training.rate").text()).isEqualTo("0.1");
        }
    }

    @Test
    void anotherOptimizerIsAnEdit() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("p1-xor-tanh");
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.comboBox("training.optimizer").selectItem("adam");
            editor.window.comboBox("training.schedule").selectItem("cosine");
            assertThat(label(editor)).isEqualTo("Change training");
            assertThat(GuiActionRunner.execute(() -> editor.frame
                            .bench()
                            .history()
                            .document()
                            .file()
                            .trained()
                            .orElseThrow()
                            .schedule()
                            .type()))
                    .isEqualTo("cosine");
            editor.run(() -> editor.frame.actions().get("train.start").run());
            await(() -> progress(editor).startsWith("step 2000 of 2000"));
        }
    }

    private static int steps(WindowFixture editor) {
        return GuiActionRunner.execute(() -> editor.frame
                .bench()
                .history()
                .document()
                .file()
                .trained()
                .orElseThrow()
                .steps());
    }

    private static String progress(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.window.label("progress").target().getText());
    }

    private static String label(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.frame.bench().history().undoLabel().orElse(""));
    }

    private static Iterable<String> value(WindowFixture editor, String id) {
        return GuiActionRunner.execute(() -> editor.frame
                .bench()
                .history()
                .document()
                .node(NodeId.of(id))
                .settings()
                .literals()
                .keySet());
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the training answers in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.command.ChangeTraining;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.train.Part;
import chainrule.train.Training;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
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
            WindowFixture.await(() -> progress(editor).startsWith("step 60 of 60 · loss "));
            editor.window.button("train.keep").requireEnabled().click();
            WindowFixture.await(() -> label(editor).equals("Keep trained weights"));
            editor.awaitRun();
            assertThat(value(editor, "W1")).contains("value");
            editor.run(() -> editor.frame.actions().get("edit.undo").run());
            assertThat(value(editor, "W1")).doesNotContain("keep");
        }
    }

    @Test
    void beginAndEndOfATrainingAreSaid() throws InterruptedException {
        List<String> said = new CopyOnWriteArrayList<>();
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("p1-xor-tanh");
            editor.run(() -> editor.frame
                    .canvas()
                    .keyboard()
                    .getAccessibleContext()
                    .addPropertyChangeListener(change -> said.add(String.valueOf(change.getNewValue()))));
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.textBox("training.steps").deleteText().enterText("60\n");
            editor.window.button("train.start").click();
            WindowFixture.await(() -> said.stream().anyMatch(text -> text.startsWith("Training has ended")));
            assertThat(said).contains("Training begins, 60 steps.");
            assertThat(said).anyMatch(text -> text.matches("Training has ended after 60 steps\\. Loss [0-9.e-]+\\."));
        }
    }

    @Test
    void aMistakeIsSaidInThePanel() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("m0-dot");
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.textBox("training.rate").deleteText().enterText("-1\n");
            editor.window.button("train.step").click();
            WindowFixture.await(() -> editor.frame.isVisible()
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
            WindowFixture.await(() -> progress(editor).startsWith("step 2000 of 2000"));
        }
    }

    @Test
    void settingsOfOptimizerScheduleAndClippingAreTyped() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("b3-mazur");
            editor.run(() -> editor.frame.actions().get("panel.training").run());
            editor.window.button("training.unfold").click();
            editor.window.comboBox("training.optimizer").selectItem("momentum");
            editor.window.textBox("training.optimizer.momentum").deleteText().enterText("0.5\n");
            editor.window.comboBox("training.schedule").selectItem("cosine");
            assertThat(editor.window.textBox("training.schedule.total").text()).isEqualTo("100");
            editor.window.textBox("training.schedule.min").deleteText().enterText("0.01\n");
            editor.window.comboBox("training.clip").selectItem("clip by norm");
            editor.window.textBox("training.clip.bound").deleteText().enterText("0.02\n");
            Training training = training(editor);
            assertThat(training.optimizer().numbers()).containsEntry("momentum", 0.5);
            assertThat(training.schedule()).isEqualTo(Part.of("cosine").with("min", 0.01));
            assertThat(training.clip()).isEqualTo(Part.of("").with("max_norm", 0.02));
            editor.window.textBox("training.clip.bound").deleteText().enterText("two\n");
            assertThat(editor.window.textBox("training.clip.bound").text()).isEqualTo("0.02");
            editor.window.comboBox("training.clip").selectItem("no clipping");
            assertThat(training(editor).clip()).isNull();
            editor.run(() -> editor.frame.actions().get("edit.undo").run());
            assertThat(editor.window.textBox("training.clip.bound").text()).isEqualTo("0.02");
        }
    }

    @Test
    void theOptimizerIsVisibleStageByStage() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("b3-mazur");
            editor.run(() -> editor.frame
                    .bench()
                    .history()
                    .perform(new ChangeTraining(Training.of("momentum", 0.1, 8)
                            .withSchedule(Part.of("cosine"))
                            .withClip(Part.of("").with("max_norm", 0.02)))));
            editor.run(() -> editor.frame.actions().get("train.start").run());
            WindowFixture.await(() -> progress(editor).startsWith("step 8 of 8"));
            WindowFixture.await(() ->
                    GuiActionRunner.execute(() -> editor.frame.bench().stepper().isAway()));
            editor.run(() -> editor.frame.actions().get("time.previous").run());
            editor.run(() -> editor.frame.bench().selection().select(NodeId.of("w5")));
            WindowFixture.await(() -> update(editor).contains("v ← μ·v + "));
            assertThat(update(editor))
                    .contains("clipped gradient")
                    .contains("velocity")
                    .contains("moved by")
                    .contains("as ‖g‖ > c");
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.bench().stepper().cursor().orElseThrow().trace().steps().stream()
                                    .filter(s -> s.equals(new Step.Update(NodeId.of("w5"))))
                                    .count()))
                    .isEqualTo(2);
            JComponent rates = editor.window.robot().finder().findByName("rate.plot", JComponent.class);
            assertThat(rates.getToolTipText()).isEqualTo("rate 0.003806 at step 7");
            editor.run(() -> editor.frame.actions().get("step.start").run());
            assertThat(update(editor)).contains("not yet");
        }
    }

    /** What the inspector says of how the selected parameter moves. */
    private static String update(WindowFixture editor) {
        return GuiActionRunner.execute(() -> {
            StringBuilder said = new StringBuilder();
            java.util.Deque<java.awt.Component> open = new java.util.ArrayDeque<>();
            open.add(editor.frame);
            while (!open.isEmpty()) {
                java.awt.Component next = open.remove();
                boolean inside = SwingUtilities.getAncestorNamed("inspector.update", next) != null;
                if (inside && next instanceof javax.swing.text.JTextComponent text) {
                    said.append(text.getText()).append('\n');
                } else if (inside && next instanceof javax.swing.JLabel label) {
                    said.append(label.getText()).append('\n');
                }
                if (next instanceof java.awt.Container container) {
                    open.addAll(java.util.List.of(container.getComponents()));
                }
            }
            return said.toString();
        });
    }

    private static Training training(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.frame.bench().history().document().file().trained().orElseThrow());
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
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.trace.TraceCursor;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/** Going through a training in the window: by dragging its timeline, by keys, by playing. */
class ScrubbingWindowTest {
    private static final NodeId W5 = NodeId.of("w5");

    @Test
    void theStripIsDraggedAndTheCanvasFollows() throws InterruptedException {
        try (WindowFixture editor = trained(100)) {
            Component strip = editor.window.panel("training.strip").target();
            double trained = w5(editor);
            drag(editor, strip, 0.9, 0.5, 0.25);
            WindowFixture.await(() -> place(editor).equals("training step 25 of 100"));
            WindowFixture.await(() -> w5(editor) != trained);
            drag(editor, strip, 0.1, 0);
            WindowFixture.await(() -> place(editor).equals("training step 0 of 100"));
            editor.run(() -> editor.frame.actions().get("time.end").run());
            WindowFixture.await(() -> place(editor).equals("training step 100 of 100"));
            WindowFixture.await(() -> w5(editor) == trained);
        }
    }

    @Test
    void keysGoFromStepToStepAndFromPhaseToPhase() throws InterruptedException {
        try (WindowFixture editor = trained(30)) {
            editor.press(KeyEvent.VK_F8, KeyEvent.VK_SHIFT);
            WindowFixture.await(() -> place(editor).equals("training step 29 of 30"));
            WindowFixture.await(() -> cursor(editor).step().orElseThrow() instanceof Step.Update);
            editor.run(() -> editor.frame.actions().get("step.by.phase").run());
            editor.window.comboBox("stride").requireSelection("by phase");
            editor.press(KeyEvent.VK_F7, KeyEvent.VK_SHIFT);
            assertThat(cursor(editor).done()).isEqualTo(cursor(editor).trace().passSteps());
            editor.press(KeyEvent.VK_F8);
            WindowFixture.await(() -> place(editor).equals("training step 30 of 30"));
            editor.run(() -> editor.frame.actions().get("time.start").run());
            WindowFixture.await(() -> place(editor).equals("training step 0 of 30"));
            WindowFixture.await(() -> w5(editor) == 0.4);
            editor.run(() -> editor.frame.actions().get("time.end").run());
            WindowFixture.await(() -> place(editor).equals("training step 30 of 30"));
        }
    }

    /** The engine is held back, so that the window has to wait for it: it says so, and answers the mouse meanwhile. */
    @Test
    void whatTakesLongIsSaidAndANewerJumpOvertakesIt() throws InterruptedException {
        ExecutorService engine = Executors.newSingleThreadExecutor();
        CountDownLatch answer = new CountDownLatch(1);
        try (WindowFixture editor = trained(WindowFixture.withWorker(engine), 40)) {
            List<String> places = new ArrayList<>();
            editor.run(() -> editor.frame
                    .bench()
                    .stepper()
                    .onChange(() ->
                            places.add(editor.window.label("pass").target().getText())));
            engine.execute(() -> waited(answer));
            Component strip = editor.window.panel("training.strip").target();
            drag(editor, strip, 0.9, 0.5);
            WindowFixture.await(() -> place(editor).equals("training step 20 of 40 · recomputing …"));
            drag(editor, strip, 0.5, 0.25);
            WindowFixture.await(() -> place(editor).equals("training step 10 of 40 · recomputing …"));
            assertThat(places).as("nothing is shown before the answer").isEmpty();
            answer.countDown();
            WindowFixture.await(() -> place(editor).equals("training step 10 of 40"));
            assertThat(places).as("of all the places that were asked for").hasSize(1);
        } finally {
            answer.countDown();
            engine.shutdownNow();
        }
    }

    private static void waited(CountDownLatch answer) {
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTrainingIsPlayedFromItsBeginningAsAFilm() throws InterruptedException {
        try (WindowFixture editor = trained(5)) {
            editor.window.comboBox("stride").selectItem("by training step");
            editor.window.comboBox("speed").selectItem("speed 8×");
            editor.window.button("step.play").click();
            WindowFixture.await(() -> place(editor).equals("training step 0 of 5"));
            WindowFixture.await(() -> place(editor).equals("training step 5 of 5"));
        }
    }

    @Test
    void theWeightsOfTheStepThatIsSeenAreKept() throws InterruptedException {
        try (WindowFixture editor = trained(20)) {
            Component curve = editor.window.robot().finder().findByName("loss.curve");
            editor.window
                    .robot()
                    .click(curve, new Point(curve.getWidth() / 2, curve.getHeight() / 2), MouseButton.LEFT_BUTTON, 1);
            WindowFixture.await(() -> place(editor).equals("training step 10 of 20"));
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.actions().get("train.keep").name()))
                    .isEqualTo("Keep the weights of step 10");
            editor.window.button("train.keep").click();
            WindowFixture.await(() -> place(editor).startsWith("1 pass"));
        }
    }

    private static WindowFixture trained(int steps) throws InterruptedException {
        return trained(WindowFixture.open(), steps);
    }

    private static WindowFixture trained(WindowFixture editor, int steps) throws InterruptedException {
        editor.openAndRun("b3-mazur");
        editor.run(() -> editor.frame.actions().get("panel.training").run());
        editor.window.textBox("training.steps").deleteText().enterText(steps + "\n");
        editor.window.button("train.start").click();
        WindowFixture.await(
                () -> place(editor).equals("training step %1$d of %1$d".formatted(steps)) && !pending(editor));
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        editor.window.robot().waitForIdle();
        return editor;
    }

    private static boolean pending(WindowFixture editor) {
        return GuiActionRunner.execute(() -> !editor.frame.bench().stepper().isAway());
    }

    private static void drag(WindowFixture editor, Component strip, double from, double... over) {
        editor.window.robot().pressMouse(strip, at(strip, from));
        for (double share : over) {
            editor.window.robot().moveMouse(strip, at(strip, share));
        }
        editor.window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
        editor.window.robot().waitForIdle();
    }

    private static Point at(Component strip, double share) {
        return new Point((int) Math.round(12 + (strip.getWidth() - 24) * share), strip.getHeight() / 2);
    }

    private static String place(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.window.label("pass").target().getText());
    }

    private static TraceCursor cursor(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.frame.bench().stepper().cursor().orElseThrow());
    }

    /** What the canvas shows as a weight. */
    private static double w5(WindowFixture editor) {
        return GuiActionRunner.execute(() -> {
            TraceCursor cursor = editor.frame.bench().stepper().cursor().orElseThrow();
            return cursor.trace()
                    .result(cursor.trace().steps().indexOf(new Step.Forward(W5)))
                    .item();
        });
    }
}

package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.CanvasPlaces;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Showing;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.tensor.Shape;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going into an LSTM over 20 steps, to the gradient of the forget gate at step 3, and out again. */
class OpeningTest {
    private static final NodeId LSTM = NodeId.of("lstm");
    private static final NodeId LAYER = LSTM.child("l0");
    private static final NodeId CELL = LAYER.child("t3");
    private static final NodeId FORGET = CELL.child("f");

    private WindowFixture editor;
    private Robot robot;
    private GraphCanvas canvas;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
        robot = editor.window.robot();
        canvas = robot.finder().findByType(editor.frame, GraphCanvas.class);
        editor.run(() -> bench().history().perform(new Load(Samples.sequence(20))));
        editor.run(canvas.camera()::fit);
        until("the sequence is computed", this::done);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void theForgetGateAtStepThreeIsReachedByMouse() {
        double zoom = onEdt(canvas::zoom);
        enter(LSTM);
        enter(LAYER);
        enter(CELL);
        until("the gate is there", () -> found(FORGET).isPresent());
        editor.run(() -> canvas.reveal(FORGET));
        robot.click(canvas, title(FORGET));
        robot.waitForIdle();
        gradientIsThere();
        assertThat(editor.window.textBox("inspector.name").text()).isEqualTo("lstm/l0/t3/f");

        editor.window.button("crumb.lstm/l0").click();
        until("the layer is shown again", () -> shows(LAYER));
        editor.window.button("crumb").click();
        until("the graph is shown again", () -> found(LSTM).isPresent());
        assertThat(onEdt(canvas::zoom)).isEqualTo(zoom);
    }

    @Test
    void theForgetGateAtStepThreeIsReachedByKeys() {
        editor.run(() -> canvas.requestFocusInWindow());
        find("lstm");
        key(KeyEvent.VK_ENTER);
        until("the block is shown", () -> found(LAYER).isPresent());
        key(KeyEvent.VK_RIGHT);
        key(KeyEvent.VK_RIGHT);
        assertThat(onEdt(() -> bench().selection().onlyNode())).contains(LAYER);
        key(KeyEvent.VK_ENTER);
        until("the layer is shown", () -> found(CELL).isPresent());
        find("t3");
        key(KeyEvent.VK_ENTER);
        until("the cell is shown", () -> found(FORGET).isPresent());
        find("t3/f");
        gradientIsThere();
        key(KeyEvent.VK_DELETE);
        assertThat(onEdt(() -> bench().history().labels())).hasSize(1);
        key(KeyEvent.VK_ESCAPE);
        until("the layer is shown again", () -> shows(LAYER));
        key(KeyEvent.VK_U);
        until("the block is shown again", () -> shows(LSTM));
        key(KeyEvent.VK_ESCAPE);
        until("the graph is shown again", () -> showing().scope().isOutside());
    }

    private void gradientIsThere() {
        until(
                "the gradient of the forget gate is known",
                () -> done()
                        && bench().stepper()
                                .view()
                                .flatMap(v -> v.gradient(FORGET))
                                .isPresent());
        assertThat(onEdt(() -> bench().stepper()
                        .view()
                        .orElseThrow()
                        .gradient(FORGET)
                        .orElseThrow()
                        .shape()))
                .isEqualTo(Shape.of(3));
        assertThat(onEdt(() -> bench().selection().onlyNode())).contains(FORGET);
        editor.window.panel("inspector.gradient").requireVisible();
    }

    /** Looks for a node, and leaves the search for the canvas. */
    private void find(String words) {
        robot.pressKey(KeyEvent.VK_CONTROL);
        key(KeyEvent.VK_F);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        editor.window.textBox("findBar.query").deleteText().enterText(words);
        key(KeyEvent.VK_ESCAPE);
    }

    private void enter(NodeId node) {
        until(node + " is there", () -> found(node).isPresent());
        editor.run(() -> canvas.reveal(node));
        robot.click(canvas, title(node), MouseButton.LEFT_BUTTON, 2);
        robot.waitForIdle();
        until(node + " is shown", () -> shows(node));
    }

    private boolean shows(NodeId node) {
        return onEdt(() -> node.equals(showing().scope().inside()));
    }

    private void key(int code) {
        robot.pressAndReleaseKey(code);
        robot.waitForIdle();
    }

    private Point title(NodeId node) {
        return found(node).orElseThrow();
    }

    private Optional<Point> found(NodeId node) {
        return onEdt(() -> new CanvasPlaces(canvas).titleOf(node));
    }

    private boolean done() {
        return onEdt(() -> bench().evaluator().current().state() == Evaluation.State.DONE);
    }

    private Workbench bench() {
        return editor.frame.bench();
    }

    private Showing showing() {
        return bench().showing();
    }

    private static <T> T onEdt(java.util.concurrent.Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    private static void until(String what, BooleanSupplier holds) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return holds.getAsBoolean();
                    }
                },
                60_000);
    }

    /** Puts another document in the place of the one that is open. */
    private record Load(Document document) implements Command {
        @Override
        public String label() {
            return "Load";
        }

        @Override
        public Document applied(Document before) {
            return document;
        }
    }
}

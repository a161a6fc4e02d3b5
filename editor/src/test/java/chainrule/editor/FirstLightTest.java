package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluation;
import chainrule.exec.Step;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.trace.GradientView;
import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first thing a learner does, by mouse: draw a product, read its gradients, change a number, step, undo it all. */
class FirstLightTest {
    private static final NodeId LEFT = NodeId.of("param");
    private static final NodeId RIGHT = NodeId.of("param2");
    private static final NodeId PRODUCT = NodeId.of("mul");
    private static final int MOST_UNDOS = 20;
    private static final double OUTPUT_X = 176;
    private static final double OUTPUT_Y = 62;

    private WindowFixture editor;
    private Robot robot;
    private GraphCanvas canvas;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
        robot = editor.window.robot();
        canvas = robot.finder().findByType(editor.frame, GraphCanvas.class);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void aNetworkIsDrawnReadChangedSteppedThroughAndTakenBack() {
        Document first = document();
        add("parameter", 60, 60);
        add("parameter", 60, 220);
        add("a × b", 360, 120);
        assertThat(document().graph().nodes()).hasSize(3);

        drag(at(LEFT, OUTPUT_X, OUTPUT_Y), at(PRODUCT, 0, 51));
        drag(at(RIGHT, OUTPUT_X, OUTPUT_Y), at(PRODUCT, 0, 73));
        assertThat(document().graph().edges())
                .containsExactly(
                        new Edge(Source.of(LEFT), new Slot(PRODUCT, "a")),
                        new Edge(Source.of(RIGHT), new Slot(PRODUCT, "b")));

        until("the gradient of the first factor is the second factor", () -> gradient(LEFT) == 0);
        click(at(RIGHT, 60, 14));
        editor.window.textBox("setting.value").selectAll().enterText("3").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        until("the gradient follows the edit", () -> gradient(LEFT) == 3);

        int steps = editor.stepsDone();
        editor.window.button("step.previous").click();
        assertThat(marked()).isEqualTo(new Step.Pull(new Slot(PRODUCT, "a")));
        assertThat(editor.window.label("rule").text()).contains("1 · 3 = 3");
        editor.window.button("step.next").click();
        assertThat(editor.stepsDone()).isEqualTo(steps);

        click(component(new Point(360, 400)));
        for (int i = 0; i < MOST_UNDOS && onEdt(() -> history().undoLabel().isPresent()); i++) {
            robot.pressKey(KeyEvent.VK_CONTROL);
            robot.pressAndReleaseKeys(KeyEvent.VK_Z);
            robot.releaseKey(KeyEvent.VK_CONTROL);
            robot.waitForIdle();
        }
        assertThat(document()).isEqualTo(first);
        assertThat(onEdt(() -> history().dirty())).isFalse();
    }

    private void add(String word, double x, double y) {
        java.awt.Point there = component(new Point(x, y));
        robot.click(canvas, there, MouseButton.LEFT_BUTTON, 2);
        robot.waitForIdle();
        editor.window.textBox("search.field").enterText(word);
        robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        robot.waitForIdle();
    }

    private void click(java.awt.Point there) {
        robot.click(canvas, there);
        robot.waitForIdle();
    }

    private void drag(java.awt.Point from, java.awt.Point to) {
        robot.pressMouse(canvas, from);
        robot.moveMouse(canvas, (from.x + to.x) / 2, (from.y + to.y) / 2);
        robot.moveMouse(canvas, to);
        robot.releaseMouseButtons();
        robot.waitForIdle();
    }

    private java.awt.Point at(NodeId node, double dx, double dy) {
        return component(document().at(node).plus(dx, dy));
    }

    /** Where a place of the graph is in the canvas. */
    private java.awt.Point component(Point graph) {
        return onEdt(() -> {
            Point origin = canvas.screenToGraph(new java.awt.Point(0, 0));
            double zoom = canvas.zoom();
            return new java.awt.Point((int) Math.round((graph.x() - origin.x()) * zoom), (int)
                    Math.round((graph.y() - origin.y()) * zoom));
        });
    }

    private double gradient(NodeId node) {
        return onEdt(() -> editor.frame.bench().evaluator().current().state() == Evaluation.State.DONE
                ? editor.frame
                        .bench()
                        .stepper()
                        .view()
                        .flatMap((GradientView view) -> view.gradient(node))
                        .map(tensor -> tensor.item())
                        .orElse(Double.NaN)
                : Double.NaN);
    }

    private Step marked() {
        return onEdt(() -> editor.frame.bench().stepper().marked().orElseThrow());
    }

    private Document document() {
        return onEdt(() -> history().document());
    }

    private History history() {
        return editor.frame.bench().history();
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
                20_000);
    }
}

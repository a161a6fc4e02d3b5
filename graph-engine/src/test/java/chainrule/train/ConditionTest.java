package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final NodeId X = NodeId.of("x");
    private static final NodeId Y = NodeId.of("y");

    @Test
    void saysWhatItIs() {
        assertThat(List.of(
                                new Condition.NonFinite(),
                                new Condition.GradientBelow(X, 0.001),
                                new Condition.GradientAbove(X, 10),
                                new Condition.DeadUnit(Y),
                                new Condition.SaturatedUnit(Y),
                                new Condition.LossRises(),
                                new Condition.AtStep(3),
                                new Condition.AtNode(Y),
                                new Condition.AtEdge(new Slot(Y, "x")))
                        .stream()
                        .map(Condition::words))
                .containsExactly(
                        "the first NaN or Infinity",
                        "the first gradient at x below 0.001",
                        "the first gradient at x above 10",
                        "the first dead unit of y",
                        "the first saturated unit of y",
                        "the first rise of the loss",
                        "step 3",
                        "the breakpoint at y",
                        "the breakpoint on the edge into y.x");
    }

    @Test
    void aBreakpointHoldsInEveryPassThatComesThere() {
        Trace trace = relu(Tensor.scalar(-1));
        assertThat(new Condition.AtNode(Y).first(trace, 0)).isEqualTo(OptionalInt.of(2));
        assertThat(new Condition.AtNode(NodeId.of("elsewhere")).first(trace, 0)).isEmpty();
        int pulled = trace.steps().indexOf(new Step.Pull(new Slot(Y, "x"))) + 1;
        assertThat(new Condition.AtEdge(new Slot(Y, "x")).first(trace, 0)).isEqualTo(OptionalInt.of(pulled));
        assertThat(new Condition.AtEdge(new Slot(X, "x")).first(trace, 0)).isEmpty();
    }

    @Test
    void aUnitIsDeadWhereItIsOffForEveryExample() {
        Condition dead = new Condition.DeadUnit(Y);
        assertThat(dead.first(relu(Tensor.of(Shape.of(2, 2), 1, -1, -1, 1)), 0)).isEmpty();
        assertThat(dead.first(relu(Tensor.of(Shape.of(2, 2), 1, -1, 1, -2)), 0)).isEqualTo(OptionalInt.of(2));
        assertThat(dead.first(relu(Tensor.scalar(-1)), 0)).isEqualTo(OptionalInt.of(2));
        assertThat(dead.first(relu(Tensor.scalar(1)), 0)).isEmpty();
    }

    @Test
    void theUnitsOfImagesAreTheirChannels() {
        Condition dead = new Condition.DeadUnit(Y);
        Shape images = Shape.of(2, 2, 1, 2);
        assertThat(dead.first(relu(Tensor.of(images, -1, 1, -1, 1, 1, -1, 1, -1)), 0))
                .isEmpty();
        assertThat(dead.first(relu(Tensor.of(images, -1, 1, -1, -1, 1, -1, -2, -3)), 0))
                .isPresent();
    }

    @Test
    void aTanhIsSaturatedAtBothEnds() {
        for (double x : new double[] {-3, 3, 0}) {
            Graph graph = new Sketch().param("x", x).node("y", "tanh", "x").graph();
            assertThat(new Condition.SaturatedUnit(Y).first(trace(graph), 0).isPresent())
                    .isEqualTo(x != 0);
        }
    }

    @Test
    void theLossRisesWhereItIsMoreThanBefore() {
        Trace trace = relu(Tensor.scalar(2));
        assertThat(new Condition.LossRises().first(trace, 1.5)).isEqualTo(OptionalInt.of(2));
        assertThat(new Condition.LossRises().first(trace, 2)).isEmpty();
        assertThat(new Condition.LossRises().first(trace, Double.NaN)).isEmpty();
    }

    @Test
    void theWholeGradientOfANodeIsLookedAtWhereItsPathsMeet() {
        Trace trace = trace(Sketch.twoPaths());
        int done =
                new Condition.GradientAbove(NodeId.of("b"), 4.5).first(trace, 0).orElseThrow();
        assertThat(trace.steps().get(done - 1).kind()).isEqualTo("accumulate");
        assertThat(new Condition.GradientBelow(NodeId.of("b"), 5).first(trace, 0))
                .isEmpty();
        assertThat(new Condition.AtStep(0).first(trace, 0)).isEmpty();
    }

    @Test
    void aTrainingThatOverflowsStopsBeforeTheStepThatDoes() throws TrainingProblem {
        Graph graph = new Sketch()
                .param("x", 3)
                .node("s", "square", "x")
                .node("y", "square", "s")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        Breakpoints breakpoints = Breakpoints.of(plan, List.of(new Condition.NonFinite()));
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 10, 100))) {
            Breakpoints.Stop stop =
                    breakpoints.run(run, 100, (done, loss) -> true).orElseThrow();
            assertThat(run.losses()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            assertThat(run.observe().trace().nonFinite().orElseThrow().step() + 1)
                    .isEqualTo(stop.passSteps());
        }
    }

    @Test
    void batchesAreLookedAtAsTheyCome() throws TrainingProblem {
        Settings data = Settings.none()
                .with("kind", new Literal.Text("line"))
                .with("n", new Literal.Number(6))
                .with("batch", new Literal.Number(1));
        Graph graph = new Sketch()
                .node("data", "dataset", data)
                .param("w", 1)
                .node("x", "mul", "data.x", "w")
                .node("y", "relu", "x")
                .node("L", "sum", "y")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        Breakpoints breakpoints = Breakpoints.of(plan, List.of(new Condition.DeadUnit(Y)));
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0, 60))) {
            int stops = 0;
            while (run.done() < 60) {
                boolean off = breakpoints.next(run).isPresent();
                stops += off ? 1 : 0;
                assertThat(run.step() == 0).isEqualTo(off);
            }
            assertThat(stops).isEqualTo(30);
        }
    }

    private static Trace relu(Tensor x) {
        return trace(new Sketch().source("x", "param", x).node("y", "relu", "x").graph());
    }

    private static Trace trace(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace);
        }
    }
}

package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.block.Opening;
import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.op.Literal;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import chainrule.train.Breakpoints;
import chainrule.train.Breakpoints.Stop;
import chainrule.train.Condition;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trainings and passes stop exactly where a condition first holds. */
class BreakpointsTest {
    private static final PresetCatalog PRESETS = new PresetCatalog(StandardCatalog.create());
    private static final NodeId Y = NodeId.of("y");

    @Test
    void theDyingReluStopsAtTheStepThatFindsItDead() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("a2-dying-relu"));
        Breakpoints breakpoints = Breakpoints.of(plan, List.of(new Condition.DeadUnit(Y)));
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 1, 10))) {
            Stop stop = breakpoints.run(run, 10, (done, loss) -> true).orElseThrow();
            assertThat(stop.step()).isEqualTo(2);
            assertThat(run.done()).isEqualTo(2);
            assertThat(plan.steps().get(stop.passSteps() - 1)).isEqualTo(new Step.Forward(Y));
            assertThat(stop.sentence()).isEqualTo("Stopped before the update of step 2: the first dead unit of y.");
            assertThat(breakpoints.run(run, 10, (done, loss) -> true)).contains(stop);
        }
        try (TrainingRun gentle = TrainingRun.of(plan, Training.of("sgd", 0.05, 10))) {
            assertThat(breakpoints.run(gentle, 10, (done, loss) -> true)).isEmpty();
            assertThat(gentle.done()).isEqualTo(10);
        }
    }

    /** The forget gate of an LSTM cell: the training runs the cell as one, and stops inside of it all the same. */
    @Test
    void aBreakpointInsideACellStopsTheTrainingThere() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("r6-lstm-cell"));
        ExecutionPlan opened = opened("r6-lstm-cell", "cell");
        NodeId gate = inside(opened, "sigmoid");
        Slot edge = opened.graph().into(gate).get(0).to();
        for (Condition inside : List.of(new Condition.AtNode(gate), new Condition.AtEdge(edge))) {
            Breakpoints breakpoints = Breakpoints.of(plan, List.of(inside));
            assertThat(breakpoints.parts()).containsExactly(NodeId.of("cell"));
            try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0.1, 10))) {
                Stop stop = breakpoints.run(run, 10, (done, loss) -> true).orElseThrow();
                assertThat(stop.step()).isZero();
                Step at = opened.steps().get(stop.passSteps() - 1);
                assertThat(at)
                        .isEqualTo(inside instanceof Condition.AtNode ? new Step.Forward(gate) : new Step.Pull(edge));
            }
        }
    }

    /** A bound that the gradient of a gate first falls below after some steps, found here by opening each pass by hand. */
    @Test
    void aBoundInsideACellStopsWhereItFirstHolds() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("r6-lstm-cell"));
        ExecutionPlan opened = opened("r6-lstm-cell", "cell");
        NodeId gate = inside(opened, "sigmoid");
        List<Double> sizes = new java.util.ArrayList<>();
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0.5, 20))) {
            for (int step = 0; step < 20; step++) {
                try (Workspace workspace = run.trace().again(opened)) {
                    Tensor gradient =
                            Trace.recordResults(workspace).end().gradient(gate).orElseThrow();
                    sizes.add(java.util.Arrays.stream(gradient.toArray())
                            .map(Math::abs)
                            .max()
                            .orElseThrow());
                }
                run.step();
            }
        }
        double bound = (sizes.get(6) + sizes.get(7)) / 2;
        int first = 0;
        while (sizes.get(first) >= bound) {
            first++;
        }
        assertThat(first).as("the bound is met on the way").isPositive();
        Condition below = new Condition.GradientBelow(gate, bound);
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0.5, 20))) {
            Stop stop = Breakpoints.of(plan, List.of(below))
                    .run(run, 20, (done, loss) -> true)
                    .orElseThrow();
            assertThat(stop.step()).isEqualTo(first);
            assertThat(run.done()).isEqualTo(first);
        }
        assertThatThrownBy(() -> Breakpoints.of(
                        plan,
                        List.of(new Condition.GradientBelow(NodeId.of("cell").child("nowhere"), bound))))
                .isInstanceOf(TrainingProblem.class);
    }

    private static ExecutionPlan opened(String preset, String cell) {
        Opening opening = Opening.of(java.util.Set.of(NodeId.of(cell)));
        Compilation compilation = ExecutionPlan.compile(graph(preset), Precision.DOUBLE, 1L << 30, opening);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static NodeId inside(ExecutionPlan plan, String type) {
        return plan.order().stream()
                .filter(id ->
                        id.parent().isPresent() && plan.graph().type(id).id().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLossOfTheDyingReluRisesFirst() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("a2-dying-relu"));
        List<Condition> both = List.of(new Condition.DeadUnit(Y), new Condition.LossRises());
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 1, 10))) {
            Stop stop = Breakpoints.of(plan, both)
                    .run(run, 10, (done, loss) -> true)
                    .orElseThrow();
            assertThat(stop.condition()).isEqualTo(new Condition.LossRises());
            assertThat(stop.step()).isEqualTo(1);
            assertThat(plan.steps().get(stop.passSteps() - 1)).isEqualTo(new Step.Forward(NodeId.of("L")));
        }
    }

    @Test
    void theSigmoidStackStopsWhereItsGradientHasFaded() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("a2-sigmoid-stack"));
        NodeId first = NodeId.of("m1");
        Trace trace = trace(plan);
        assertThat(stop(plan, trace, new Condition.GradientBelow(first, 0.001)).map(s -> step(plan, s)))
                .contains(new Step.Pull(Slot.of("a1", "x")));
        assertThat(stop(plan, trace, new Condition.GradientBelow(first, 0.0004)))
                .isEmpty();
        assertThat(stop(plan, trace, new Condition.GradientAbove(first, 0.0004)).map(s -> step(plan, s)))
                .contains(new Step.Pull(Slot.of("a1", "x")));
        assertThat(stop(plan, trace, new Condition.GradientAbove(NodeId.of("a5"), 0.5))
                        .map(s -> step(plan, s)))
                .contains(new Step.Seed(NodeId.of("a5")));
    }

    @Test
    void theNaiveLogSumExpStopsAtTheExponential() throws TrainingProblem {
        Graph graph = with(graph("m0-logsumexp"), "x", new Literal.Numbers(Tensor.vector(1000, 1001, 1002)));
        ExecutionPlan plan = plan(graph);
        assertThat(stop(plan, trace(plan), new Condition.NonFinite()).map(s -> step(plan, s)))
                .contains(new Step.Forward(NodeId.of("e")));
        ExecutionPlan calm = plan(graph("m0-logsumexp"));
        assertThat(stop(calm, trace(calm), new Condition.NonFinite())).isEmpty();
    }

    @Test
    void aSigmoidIsSaturatedWhereItIsFlat() throws TrainingProblem {
        NodeId a1 = NodeId.of("a1");
        ExecutionPlan calm = plan(graph("a2-sigmoid-stack"));
        assertThat(stop(calm, trace(calm), new Condition.SaturatedUnit(a1))).isEmpty();
        ExecutionPlan flat = plan(with(graph("a2-sigmoid-stack"), "x", new Literal.Number(6)));
        assertThat(stop(flat, trace(flat), new Condition.SaturatedUnit(a1)).map(s -> step(flat, s)))
                .contains(new Step.Forward(a1));
    }

    @Test
    void aTrainingStopsAtAStep() throws TrainingProblem {
        ExecutionPlan plan = plan(graph("p1-xor-tanh"));
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0.5, 10))) {
            Breakpoints breakpoints = Breakpoints.of(plan, List.of(new Condition.AtStep(4)));
            assertThat(breakpoints.run(run, 10, (done, loss) -> true))
                    .contains(new Stop(new Condition.AtStep(4), 4, 0));
            run.step();
            assertThat(breakpoints.run(run, 10, (done, loss) -> true)).isEmpty();
            assertThat(run.done()).isEqualTo(10);
        }
    }

    @Test
    void whatCannotBeLookedForIsRefused() {
        ExecutionPlan plan = plan(graph("a2-dying-relu"));
        assertRefused(plan, new Condition.DeadUnit(NodeId.of("z")), "z: z is of the type linear: only relu can die.");
        assertRefused(
                plan, new Condition.SaturatedUnit(Y), "y: y is of the type relu: only sigmoid and tanh can saturate.");
        assertRefused(
                plan,
                new Condition.GradientBelow(NodeId.of("q"), 1),
                "Training is to stop at q, and there is no such node.");
        ExecutionPlan xor = plan(graph("p1-xor-tanh"));
        assertRefused(xor, new Condition.GradientAbove(NodeId.of("data"), 1), "data: data has no gradient to stop at.");
    }

    private static void assertRefused(ExecutionPlan plan, Condition condition, String sentence) {
        assertThatThrownBy(() -> Breakpoints.of(plan, List.of(condition))).hasMessage(sentence);
    }

    private static Optional<Stop> stop(ExecutionPlan plan, Trace trace, Condition condition) throws TrainingProblem {
        return Breakpoints.of(plan, List.of(condition)).in(trace);
    }

    private static Step step(ExecutionPlan plan, Stop stop) {
        return plan.steps().get(stop.passSteps() - 1);
    }

    private static Trace trace(ExecutionPlan plan) {
        try (Workspace workspace = new Workspace(plan)) {
            return Trace.record(workspace);
        }
    }

    private static Graph with(Graph graph, String id, Literal value) {
        Node node = graph.node(NodeId.of(id));
        return graph.with(node.with(node.settings().with("value", value)));
    }

    private static Graph graph(String id) {
        return PRESETS.find(id).orElseThrow().file().graph();
    }

    private static ExecutionPlan plan(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1L << 28);
        return ((Compilation.Compiled) compilation).plan();
    }
}

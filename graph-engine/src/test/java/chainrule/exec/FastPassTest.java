package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the fast pass computes, what it leaves out, and where its numbers lie. */
class FastPassTest {
    private static Source source(String id) {
        return Source.of(NodeId.of(id));
    }

    private static FastPass fast(Graph graph, String... learned) {
        return FastPass.of(
                Plans.of(graph),
                java.util.Arrays.stream(learned).map(NodeId::of).toList());
    }

    @Test
    void contributionsAddUpWherePathsMeet() {
        try (FastPass pass = fast(Sketch.twoPaths(), "a", "b")) {
            pass.run();
            pass.run();
            assertThat(pass.loss()).isEqualTo(6);
            assertThat(pass.gradient(source("a"))).contains(Tensor.scalar(2));
            assertThat(pass.gradient(source("b"))).contains(Tensor.scalar(5));
        }
    }

    @Test
    void aGraphOfSingleNumbersIsOneKernelThatNamesItsSteps() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        try (FastPass pass = FastPass.of(plan, plan.trainable())) {
            List<Step> computing = plan.steps().stream()
                    .filter(step -> !step.equals(new Step.Forward(NodeId.of("a"))))
                    .filter(step -> !step.equals(new Step.Forward(NodeId.of("b"))))
                    .toList();
            assertThat(pass.covered()).hasSize(1);
            assertThat(pass.covered().get(0)).containsExactlyElementsOf(computing);
        }
    }

    @Test
    void oneStageDoesTheLastPullAndTheSum() {
        Graph graph = new Sketch()
                .param("w", 1, 2)
                .node("p", "mul", "w", "w")
                .node("loss", "sum", "p")
                .graph();
        try (FastPass pass = fast(graph, "w")) {
            assertThat(pass.covered())
                    .contains(List.of(new Step.Pull(Slot.of("p", "b")), new Step.Accumulate(source("w"))));
            pass.run();
            assertThat(pass.gradient(source("w"))).contains(Tensor.vector(2, 4));
        }
    }

    @Test
    void whatLeadsToNothingThatLearnsIsNotComputed() {
        Graph graph = new Sketch()
                .source("x", "input", Tensor.vector(1, 2))
                .node("t", "tanh", "x")
                .param("w", 3, 4)
                .param("v", 5, 6)
                .node("p", "mul", "t", "w")
                .node("q", "mul", "p", "v")
                .node("loss", "sum", "q")
                .graph();
        try (FastPass pass = fast(graph, "v")) {
            List<Step> backward = pass.covered().stream()
                    .flatMap(List::stream)
                    .filter(step -> !(step instanceof Step.Forward))
                    .toList();
            assertThat(backward)
                    .containsExactly(
                            new Step.Seed(NodeId.of("loss")),
                            new Step.Pull(Slot.of("loss", "x")),
                            new Step.Pull(Slot.of("q", "b")));
            pass.run();
            assertThat(pass.gradient(source("w"))).isEmpty();
            assertThatThrownBy(() -> pass.gradientBuffer(source("p"))).hasMessage("p has no gradient here");
            assertThat(pass.gradient(source("v")).orElseThrow().at(0)).isEqualTo(Math.tanh(1) * 3);
        }
    }

    @Test
    void parametersThatLearnAndTheirGradientsLieInARow() {
        Graph graph = new Sketch()
                .param("w", 3, 4)
                .param("frozen", 9)
                .param("b", 5)
                .node("p", "mul", "w", "frozen")
                .node("q", "mul", "p", "b")
                .node("loss", "sum", "q")
                .graph();
        try (FastPass pass = fast(graph, "b", "w")) {
            pass.run();
            assertThat(pass.learned()).containsExactly(NodeId.of("w"), NodeId.of("b"));
            assertThat(Objects.requireNonNull(pass.parameters().whole()).snapshot())
                    .isEqualTo(Tensor.vector(3, 4, 5));
            assertThat(Objects.requireNonNull(pass.parameterGradients().whole()).snapshot())
                    .isEqualTo(Tensor.vector(45, 45, 63));
        }
    }

    @Test
    void aMistakeThatTheNumbersShowNamesItsNode() {
        Graph graph = new Sketch()
                .source("table", "param", Tensor.filled(Shape.of(2, 2), 1))
                .source("i", "input", Tensor.vector(0, 5))
                .node("e", "embedding", "table", "i")
                .graph();
        try (FastPass pass = fast(graph, "table")) {
            assertThatThrownBy(pass::run).isInstanceOfSatisfying(RunProblem.class, problem -> assertThat(
                            problem.problem().node())
                    .isEqualTo(NodeId.of("e")));
        }
    }

    @Test
    void aMistakeInTheMiddleOfAKernelNamesItsNode() {
        Graph graph = new Sketch()
                .source("z", "param", Tensor.filled(Shape.of(2, 3), 1))
                .source("class", "target", Tensor.vector(1, 3))
                .node("p", "softmax", "z")
                .node("l", "log", "p")
                .node("loss", "nll", "l", "class")
                .graph();
        try (FastPass pass = fast(graph, "z")) {
            assertThatThrownBy(pass::run).isInstanceOfSatisfying(RunProblem.class, problem -> assertThat(
                            problem.problem().node())
                    .isEqualTo(NodeId.of("loss")));
        }
    }

    @Test
    void aGraphWithNothingToLearnRunsForward() {
        try (FastPass pass = fast(Sketch.twoPaths())) {
            pass.run();
            assertThat(pass.loss()).isEqualTo(6);
            assertThat(pass.parameters().whole()).isNull();
        }
    }

    @Test
    void masksAreTheObservedOnes() {
        Settings half = Settings.none().with("p", new Literal.Number(0.5));
        Graph graph = new Sketch()
                .source("w", "param", Tensor.filled(Shape.of(40), 1))
                .node("d", "dropout", half, "w")
                .node("loss", "sum", "d")
                .graph();
        ExecutionPlan plan = Plans.of(graph, Precision.FLOAT);
        try (FastPass fast = FastPass.of(plan, plan.trainable());
                Workspace observed = new Workspace(plan)) {
            for (int i = 0; i < 3; i++) {
                fast.run();
                observed.run();
                assertThat(fast.gradient(source("w"))).isEqualTo(observed.gradient(source("w")));
                fast.advance();
                observed.advance();
            }
        }
    }

    @Test
    void weightsSharedOverTimeGetTheirGradientFromOneProduct() {
        ExecutionPlan plan = Plans.of(unrolled());
        Source weights = source("Wh");
        try (FastPass fast = FastPass.of(plan, plan.trainable());
                Workspace observed = new Workspace(plan)) {
            fast.run();
            observed.run();
            assertThat(fast.covered())
                    .contains(List.of(
                            new Step.Pull(Slot.of("cell2", "Wh")),
                            new Step.Pull(Slot.of("cell1", "Wh")),
                            new Step.Pull(Slot.of("cell0", "Wh")),
                            new Step.Accumulate(weights)));
            for (NodeId id : fast.learned()) {
                Tensor expected = observed.gradient(Source.of(id)).orElseThrow();
                Tensor actual = fast.gradient(Source.of(id)).orElseThrow();
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.at(i)).as("%s", id).isCloseTo(expected.at(i), within(1e-14));
                }
            }
        }
    }

    @Test
    void everyKindOfCellSumsItsWeightsOverTimeInOneProduct() {
        for (String cell : List.of("rnn_cell", "gru_cell", "lstm_cell")) {
            for (Precision precision : Precision.values()) {
                ExecutionPlan plan = Plans.of(Cells.layer(cell, 5).graph(), precision);
                try (FastPass fast = FastPass.of(plan, plan.trainable());
                        Workspace observed = new Workspace(plan)) {
                    fast.run();
                    fast.run();
                    observed.run();
                    for (String weights : sharedBy(cell)) {
                        assertThat(fast.covered()).as(cell).anyMatch(steps -> pulls(steps, weights) == 5);
                    }
                    for (NodeId id : fast.learned()) {
                        assertClose(plan, observed.gradient(Source.of(id)), fast.gradient(Source.of(id)));
                    }
                }
            }
        }
    }

    private static List<String> sharedBy(String cell) {
        return switch (cell) {
            case "rnn_cell" -> List.of("Wxh", "Whh", "b");
            case "gru_cell" -> List.of("Wx", "Wh", "bx", "bh");
            default -> List.of("Wx", "Wh", "b");
        };
    }

    private static long pulls(List<Step> steps, String port) {
        return steps.stream()
                .filter(step ->
                        step instanceof Step.Pull pull && pull.slot().port().equals(port))
                .count();
    }

    private static void assertClose(ExecutionPlan plan, Optional<Tensor> expected, Optional<Tensor> actual) {
        double tolerance = plan.precision() == Precision.DOUBLE ? 1e-12 : 1e-5;
        for (int i = 0; i < expected.orElseThrow().size(); i++) {
            assertThat(actual.orElseThrow().at(i)).isCloseTo(expected.get().at(i), within(tolerance));
        }
    }

    @Test
    void biasAndActivationsAfterAProductAreOneKernel() {
        Graph graph = new Sketch()
                .source("x", "input", wave(Shape.of(9, 4)))
                .source("w", "param", wave(Shape.of(5, 4)))
                .source("b", "param", wave(Shape.of(5)))
                .node("z", "linear", "x", "w", "b")
                .node("t", "tanh", "z")
                .node("r", "relu", "t")
                .node("loss", "sum", "r")
                .graph();
        for (Precision precision : Precision.values()) {
            ExecutionPlan plan = Plans.of(graph, precision);
            try (FastPass fast = FastPass.of(plan, plan.trainable());
                    Workspace observed = new Workspace(plan)) {
                assertThat(fast.covered())
                        .contains(List.of(
                                new Step.Forward(NodeId.of("z")),
                                new Step.Forward(NodeId.of("t")),
                                new Step.Forward(NodeId.of("r"))));
                fast.run();
                observed.run();
                plan.shapes().keySet().forEach(source -> assertThat(fast.value(source))
                        .isEqualTo(observed.value(source)));
                assertThat(fast.gradient(source("b"))).isEqualTo(observed.gradient(source("b")));
            }
        }
    }

    @Test
    void gradientsTakeTurnsInMemory() {
        Sketch sketch = new Sketch().source("h0", "param", wave(Shape.of(10, 100)));
        for (int i = 1; i <= 20; i++) {
            sketch.node("h" + i, i % 2 == 0 ? "tanh" : "square", "h" + (i - 1));
        }
        ExecutionPlan plan = Plans.of(sketch.node("loss", "mean", "h20").graph());
        try (FastPass fast = FastPass.of(plan, plan.trainable());
                Workspace observed = new Workspace(plan)) {
            long tensor = 1000 * 8;
            assertThat(plan.bytes()).isGreaterThan(42 * tensor);
            assertThat(fast.bytes()).isBetween(22 * tensor, 26 * tensor);
            for (int i = 0; i < 3; i++) {
                fast.run();
            }
            observed.run();
            assertThat(fast.gradient(source("h0"))).isEqualTo(observed.gradient(source("h0")));
            assertThat(fast.loss()).isEqualTo(observed.loss());
            assertThat(fast.gradient(source("h7"))).isEmpty();
        }
    }

    @Test
    void whatDependsOnNothingThatLearnsIsComputedWhenItsSourcesChange() {
        Graph graph = new Sketch()
                .source("x", "input", Tensor.vector(1, 2))
                .node("t", "tanh", "x")
                .param("w", 3, 4)
                .node("p", "mul", "t", "w")
                .node("loss", "sum", "p")
                .graph();
        try (FastPass pass = fast(graph, "w")) {
            pass.run();
            pass.load(NodeId.of("x"), Tensor.vector(3, 4));
            pass.run();
            assertThat(pass.gradient(source("w"))).contains(Tensor.vector(Math.tanh(3), Math.tanh(4)));
        }
    }

    /** Three steps of an LSTM of two units, batch 2. */
    private static Graph unrolled() {
        Sketch sketch = new Sketch()
                .source("h0", "input", Tensor.filled(Shape.of(2, 2), 0.1))
                .source("c0", "input", Tensor.filled(Shape.of(2, 2), -0.2))
                .source("Wx", "param", wave(Shape.of(8, 3)))
                .source("Wh", "param", wave(Shape.of(8, 2)))
                .source("b", "param", wave(Shape.of(8)));
        for (int t = 0; t < 3; t++) {
            String h = t == 0 ? "h0" : "cell" + (t - 1) + ".h";
            String c = t == 0 ? "c0" : "cell" + (t - 1) + ".c";
            sketch.source("x" + t, "input", wave(Shape.of(2, 3)).map(v -> v + 1))
                    .node("cell" + t, "lstm_cell", "x" + t, h, c, "Wx", "Wh", "b");
        }
        return sketch.node("loss", "sum", "cell2.h").graph();
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        java.util.Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return Tensor.of(shape, numbers);
    }
}

package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a fast pass recognises: for each pattern a graph and the steps that have to be one stage, with the numbers of the
 * observed pass.
 */
class PatternsTest {
    private static final List<String> ACTIVATIONS = List.of(
            "relu", "leaky_relu", "elu", "sigmoid", "tanh", "softplus", "silu", "swish", "gelu", "gelu_tanh", "step");

    /**
     * A graph and what is to be recognised in it.
     *
     * @param stages steps that are one stage each, at least
     */
    private record Pattern(String name, Sketch sketch, List<List<Step>> stages) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> patternsInBothPrecisions() {
        List<Pattern> all = new ArrayList<>();
        all.addAll(losses());
        all.addAll(activations());
        all.addAll(cells());
        all.addAll(images());
        return all.stream()
                .flatMap(p -> Arrays.stream(Precision.values()).map(precision -> Arguments.of(p, precision)));
    }

    @ParameterizedTest
    @MethodSource("patternsInBothPrecisions")
    void isOneStageWithTheSameNumbers(Pattern pattern, Precision precision) {
        ExecutionPlan plan = Plans.of(pattern.sketch.graph(), precision);
        try (FastPass fast = FastPass.of(plan, plan.trainable());
                Workspace observed = new Workspace(plan)) {
            for (List<Step> steps : pattern.stages) {
                assertThat(fast.covered()).anySatisfy(stage -> assertThat(stage).containsSubsequence(steps));
            }
            fast.run();
            fast.run();
            observed.run();
            for (NodeId id : fast.learned()) {
                assertClose(
                        plan,
                        observed.gradient(Source.of(id)).orElseThrow(),
                        fast.gradient(Source.of(id)).orElseThrow());
            }
            fast.runForward();
            plan.shapes().keySet().forEach(source -> assertClose(plan, observed.value(source), fast.value(source)));
        }
    }

    private static void assertClose(ExecutionPlan plan, Tensor expected, Tensor actual) {
        double tolerance = plan.precision() == Precision.DOUBLE ? 1e-12 : 1e-5;
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.at(i)).isCloseTo(expected.at(i), within(tolerance));
        }
    }

    private static List<Pattern> losses() {
        List<Pattern> all = new ArrayList<>();
        for (int columns : new int[] {3, 40}) {
            for (String reduction : List.of("mean", "sum")) {
                Settings reduced = Settings.none().with("reduction", new Literal.Text(reduction));
                String name = "of 6×" + columns + ", " + reduction;
                all.add(new Pattern(
                        "softmax, log, nll " + name,
                        scores(columns)
                                .node("p", "softmax", "z")
                                .node("l", "log", "p")
                                .node("loss", "nll", reduced, "l", "class"),
                        List.of(forward("p", "l", "loss"), back("loss.logprobs", "l.x", "p.x"))));
                all.add(new Pattern(
                        "log_softmax, nll " + name,
                        scores(columns).node("l", "log_softmax", "z").node("loss", "nll", reduced, "l", "class"),
                        List.of(forward("l", "loss"), back("loss.logprobs", "l.x"))));
                all.add(new Pattern(
                        "cross_entropy " + name,
                        scores(columns).node("loss", "cross_entropy", reduced, "z", "class"),
                        List.of(forward("loss"), back("loss.logits"))));
            }
        }
        all.add(new Pattern(
                "softmax, log, times shares",
                new Sketch()
                        .source("z", "param", wave(Shape.of(6, 5)))
                        .node("p", "softmax", "z")
                        .node("l", "log", "p")
                        .source("q", "input", wave(Shape.of(6, 5)))
                        .node("s", "log_softmax", "l")
                        .node("all", "mul", "s", "q")
                        .node("loss", "sum", "all"),
                List.of(forward("p", "l", "s"), back("s.x", "l.x", "p.x"))));
        return all;
    }

    /** A dense layer, whose bias is added in the sweep of what follows; backward the slopes of a chain are one sweep. */
    private static List<Pattern> activations() {
        List<Pattern> all = new ArrayList<>();
        for (String activation : ACTIVATIONS) {
            all.add(new Pattern(
                    "bias, " + activation,
                    layer().node("a", activation, "z").node("loss", "mean", "a"),
                    List.of(forward("z", "a"))));
        }
        all.add(new Pattern(
                "bias, prelu",
                layer().param("alpha", 0.3).node("a", "prelu", "z", "alpha").node("loss", "mean", "a"),
                List.of(forward("z", "a"))));
        all.add(new Pattern(
                "element-wise chain",
                layer().node("c", "tanh", "z")
                        .node("d", "square", "c")
                        .node("e", "mul", "c", "d")
                        .node("loss", "mean", "e"),
                List.of(forward("z", "c", "d", "e"), back("d.x", "c.x"))));
        return all;
    }

    private static Sketch layer() {
        return new Sketch()
                .source("x", "input", wave(Shape.of(9, 4)))
                .source("w", "param", wave(Shape.of(5, 4)))
                .source("b", "param", wave(Shape.of(5)))
                .node("z", "linear", "x", "w", "b");
    }

    /** Cells are a kernel by themselves; the gradients of what they share come from one over all of them. */
    private static List<Pattern> cells() {
        return List.of(
                new Pattern("rnn cells", Cells.layer("rnn_cell", 4), shared("Wxh", "Whh", "b")),
                new Pattern("gru cells", Cells.layer("gru_cell", 4), shared("Wx", "Wh", "bx", "bh")),
                new Pattern("lstm cells", Cells.layer("lstm_cell", 4), shared("Wx", "Wh", "b")));
    }

    private static List<List<Step>> shared(String... ports) {
        return Arrays.stream(ports)
                .map(port -> back("cell3." + port, "cell2." + port, "cell1." + port, "cell0." + port))
                .toList();
    }

    /** A convolution with what follows, forward; the pooling and the activation, backward. */
    private static List<Pattern> images() {
        List<Pattern> all = new ArrayList<>();
        for (String activation : ACTIVATIONS) {
            all.add(new Pattern(
                    "convolution, bias, " + activation,
                    convolution(6).node("a", activation, "z").node("loss", "mean", "a"),
                    List.of(forward("z", "a"))));
            all.add(new Pattern(
                    "convolution, bias, " + activation + ", pooling",
                    convolution(6)
                            .node("a", activation, "z")
                            .node("p", "max_pool2d", "a")
                            .node("loss", "mean", "p"),
                    List.of(forward("z", "a", "p"))));
        }
        for (int size : new int[] {6, 7, 9, 12}) {
            all.add(new Pattern(
                    "convolution, bias, relu, pooling of " + size,
                    convolution(size)
                            .node("a", "relu", "z")
                            .node("p", "max_pool2d", "a")
                            .node("s", "square", "p")
                            .node("loss", "mean", "s"),
                    List.of(forward("z", "a", "p"), back("p.x", "a.x"))));
        }
        all.add(new Pattern(
                "convolution, pooling",
                convolution(8).node("p", "max_pool2d", "z").node("loss", "mean", "p"),
                List.of(forward("z", "p"))));
        all.add(new Pattern(
                "batch norm, relu, pooling",
                convolution(8)
                        .source("gamma", "param", wave(Shape.of(3)))
                        .source("beta", "param", wave(Shape.of(3)))
                        .node("n", "batch_norm", "z", "gamma", "beta")
                        .node("a", "relu", "n")
                        .node("p", "max_pool2d", "a")
                        .node("loss", "mean", "p"),
                List.of(forward("a", "p"), back("p.x", "a.x"))));
        return all;
    }

    /** Four images of two channels under three filters; images and filters are learned. */
    private static Sketch convolution(int size) {
        return new Sketch()
                .source("x", "param", wave(Shape.of(4, 2, size, size)))
                .source("k", "param", wave(Shape.of(3, 2, 3, 3)))
                .source("b", "param", wave(Shape.of(3)))
                .node("z", "conv2d", Settings.none().with("pad", new Literal.Number(1)), "x", "k", "b");
    }

    private static Sketch scores(int columns) {
        return new Sketch()
                .source("z", "param", wave(Shape.of(6, columns)))
                .source("class", "target", Tensor.vector(1, 0, 2, 2, 1, 0));
    }

    private static List<Step> forward(String... nodes) {
        return Arrays.stream(nodes)
                .<Step>map(node -> new Step.Forward(NodeId.of(node)))
                .toList();
    }

    private static List<Step> back(String... slots) {
        return Arrays.stream(slots)
                .map(slot -> slot.split("\\."))
                .<Step>map(slot -> new Step.Pull(Slot.of(slot[0], slot[1])))
                .toList();
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return Tensor.of(shape, numbers);
    }
}

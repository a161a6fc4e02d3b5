package chainrule.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any graph with any of its nodes opened gives the values and gradients that it gives with none opened but blocks. */
class OpenedGraphTest {
    @Property(tries = 60)
    void openingEveryNodeChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        Graph graph = new Dice(seed).graph(size);
        assertSame(graph, path -> true);
    }

    @Property(tries = 40)
    void openingSomeNodesChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size, @ForAll int choice) {
        Graph graph = new Dice(seed).graph(size);
        assertSame(graph, path -> (path.hashCode() * 31 + choice) % 3 == 0);
    }

    private static void assertSame(Graph graph, Opening opening) {
        GradientView closed = view(graph, Opening.BLOCKS);
        GradientView opened = view(graph, opening);
        for (Node node : graph.nodes()) {
            for (OutPort port : node.type().outputs()) {
                Source source = new Source(node.id(), port.name());
                assertClose("value of " + source, closed.value(source), opened.value(source));
                assertPulled("gradient of " + source, closed.gradient(source), opened.gradient(source));
            }
        }
        for (Edge edge : graph.edges()) {
            assertPulled("into " + edge.to(), closed.contribution(edge.to()), opened.contribution(edge.to()));
        }
        assertThat(closed.value(graph.root().orElseThrow())).isPresent();
    }

    private static GradientView view(Graph graph, Opening opening) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, Plans.BUDGET, opening);
        if (compilation instanceof Compilation.Compiled compiled) {
            try (Workspace workspace = new Workspace(compiled.plan())) {
                return Trace.recordResults(workspace).end();
            }
        }
        throw new AssertionError(((Compilation.Rejected) compilation).problems());
    }

    /**
     * The same numbers. A closed node pulls back to all its inputs as soon as one of its outputs reaches the root: where
     * opened there is no way back at all, closed there are zeros.
     */
    private static void assertPulled(String what, Optional<Tensor> closed, Optional<Tensor> opened) {
        if (opened.isPresent()) {
            assertClose(what, closed, opened);
        } else {
            closed.ifPresent(
                    zeros -> assertThat(Arrays.stream(zeros.toArray())).as(what).allMatch(v -> v == 0));
        }
    }

    private static void assertClose(String what, Optional<Tensor> closed, Optional<Tensor> opened) {
        assertThat(opened.map(Tensor::shape)).as(what).isEqualTo(closed.map(Tensor::shape));
        closed.ifPresent(tensor -> {
            double size = Arrays.stream(tensor.toArray()).map(Math::abs).max().orElse(0);
            assertThat(opened.orElseThrow().toArray())
                    .as(what)
                    .containsExactly(tensor.toArray(), within(1e-12 * Math.max(1, size)));
        });
    }

    /** Draws graphs in which every node shows a matrix of three rows and four columns, so that all fit together. */
    private static final class Dice {
        private static final int ROWS = 3;
        private static final int WIDTH = 4;

        private final Random random;
        private final Sketch sketch = new Sketch();
        private final List<String> ends = new ArrayList<>();
        private int made;

        Dice(long seed) {
            random = new Random(seed);
        }

        Graph graph(int size) {
            ends.add(param(ROWS, WIDTH));
            ends.add(param(ROWS, WIDTH));
            for (int i = 0; i < size; i++) {
                ends.add(node());
            }
            String factors = drawn("constant", ROWS, WIDTH);
            String sum = made("add_n", Settings.none(), ends.get(ends.size() - 1), end(), end());
            String loss = made("sum", Settings.none(), made("mul", Settings.none(), sum, factors));
            return sketch.graph().rooted(NodeId.of(loss));
        }

        private String node() {
            return switch (random.nextInt(16)) {
                case 0 -> made("linear", Settings.none(), end(), param(WIDTH, WIDTH), param(WIDTH));
                case 1 -> made("outer", Settings.none(), neuron(), param(WIDTH));
                case 2 -> made("attention", Settings.none(), end(), end(), end());
                case 3 -> heads();
                case 4 ->
                    made(
                            "rnn_cell",
                            Settings.none(),
                            end(),
                            end(),
                            param(WIDTH, WIDTH),
                            param(WIDTH, WIDTH),
                            param(WIDTH));
                case 5 -> lstm();
                case 6 -> gru();
                case 7 -> made("dense", seeded().with("activation", any("tanh", "sigmoid", "softmax")), end());
                case 8 -> made("mlp", seeded().with("sizes", List.of(2, WIDTH)).with("activation", "silu"), end());
                case 9 -> made(any("residual", "pre_norm_block"), seeded().with("block", inner()), end());
                case 10 -> made("ffn", seeded().with("width", 3).with("activation", any("gelu", "swiglu")), end());
                case 11 -> made("transformer_block", seeded().with("width", 3).with("heads", 2), end());
                case 12 -> made(any("rnn", "lstm", "gru"), seeded().with("hidden", WIDTH), end());
                case 13 -> sequence();
                case 14 -> made(any("add", "mul"), Settings.none(), end(), end());
                default -> made(any("tanh", "sigmoid", "positional_encoding"), Settings.none(), end());
            };
        }

        private String neuron() {
            return made(
                    "neuron", Settings.none().with("activation", any("tanh", "sigmoid")), end(), param(WIDTH), param());
        }

        private String heads() {
            Settings two = Settings.none().with("heads", 2);
            String[] inputs = {end(), end(), end(), square(), square(), square(), square()};
            return made("multi_head", random.nextBoolean() ? two : two.with("mask", "causal"), inputs);
        }

        private String lstm() {
            String[] inputs = {end(), end(), end(), param(4 * WIDTH, WIDTH), param(4 * WIDTH, WIDTH), param(4 * WIDTH)};
            return made("lstm_cell", Settings.none(), inputs) + any(".h", ".c", ".i", ".f", ".g", ".o");
        }

        private String gru() {
            String[] weights = {param(3 * WIDTH, WIDTH), param(3 * WIDTH, WIDTH), param(3 * WIDTH), param(3 * WIDTH)};
            return made("gru_cell", Settings.none(), end(), end(), weights[0], weights[1], weights[2], weights[3])
                    + any(".h", ".r", ".z", ".n");
        }

        private String sequence() {
            Settings both = seeded().with("hidden", WIDTH / 2).with("direction", "both");
            return random.nextBoolean()
                    ? made("unroll", both.with("cell", any("gru_cell", "rnn_cell")), end())
                    : made(
                            "lstm",
                            seeded().with("hidden", WIDTH / 2).with("bidirectional", new Literal.Flag(true)),
                            end());
        }

        private Literal inner() {
            Literal settings = new Literal.Group(Map.of("activation", new Literal.Text("tanh")));
            return random.nextBoolean()
                    ? new Literal.Text("self_attention")
                    : new Literal.Group(Map.of("type", new Literal.Text("dense"), "settings", settings));
        }

        private Settings seeded() {
            return Settings.none().with("seed", random.nextInt(1000));
        }

        private String square() {
            return param(WIDTH, WIDTH);
        }

        private String param(int... dims) {
            return drawn("param", dims);
        }

        private String drawn(String type, int... dims) {
            String id = "n" + made++;
            sketch.source(id, type, Tensor.filled(Shape.of(dims), 0).map(v -> 2 * random.nextDouble() - 1));
            return id;
        }

        private String made(String type, Settings settings, String... from) {
            String id = "n" + made++;
            sketch.node(id, type, settings, from);
            return id;
        }

        private String end() {
            return any(ends.toArray(String[]::new));
        }

        private String any(String... words) {
            return words[random.nextInt(words.length)];
        }
    }
}

package chainrule.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.op.Settings;
import chainrule.tensor.Initializer;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens inside an LSTM of many steps can be read, gate by gate. */
class InnerGradientTest {
    private static final int STEPS = 20;
    private static final int HIDDEN = 3;
    private static final int WIDTH = 2;
    private static final int BATCH = 2;

    @Test
    void everyGateOfEveryStepHasTheGradientOfAChainBuiltByHand() {
        GradientView block = view(block(), Opening.INSIDE_BLOCKS);
        GradientView chain = view(chain(), Opening.BLOCKS);

        assertClose(chain.gradient(id("f3")), block.gradient(id("lstm/l0/t3/f")));
        for (int t = 0; t < STEPS; t++) {
            for (String gate : List.of("i", "f", "g", "o", "c", "h")) {
                NodeId inner = id("lstm/l0/t%d/%s".formatted(t, gate));
                assertClose(chain.value(id(gate + t)), block.value(inner));
                assertClose(chain.gradient(id(gate + t)), block.gradient(inner));
            }
        }
        for (String weight : List.of("Wx", "Wh", "b")) {
            assertClose(chain.gradient(id(weight)), block.gradient(id("lstm/l0/" + weight)));
        }
        assertClose(chain.gradient(id("x")), block.gradient(id("x")));
    }

    @Test
    void theGradientOfASharedWeightIsTheSumOfWhatTheStepsSendBack() {
        for (Opening opening : List.of(Opening.BLOCKS, Opening.INSIDE_BLOCKS)) {
            GradientView view = view(block(), opening);
            for (String weight : List.of("Wx", "Wh", "b")) {
                Optional<Tensor> sum = IntStream.range(0, STEPS)
                        .mapToObj(t -> view.contribution(Slot.of("lstm/l0/t" + t, weight))
                                .orElseThrow())
                        .reduce(Tensor::plus);
                assertClose(view.gradient(id("lstm/l0/" + weight)), sum);
            }
        }
    }

    private static GradientView view(Graph graph, Opening opening) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, Plans.BUDGET, opening);
        ExecutionPlan plan = ((Compilation.Compiled) compilation).plan();
        try (Workspace workspace = new Workspace(plan)) {
            return Trace.recordResults(workspace).end();
        }
    }

    private static Graph block() {
        Settings settings = Settings.none().with("hidden", HIDDEN).with("seed", 4);
        Sketch sketch = new Sketch().source("x", "param", drawn(1, 1, STEPS, BATCH, WIDTH));
        return weighed(sketch.node("lstm", "lstm", settings, "x"), "lstm").graph();
    }

    /** The same network from sums, products and activations only. */
    private static Graph chain() {
        double bound = 1 / Math.sqrt(HIDDEN);
        Sketch sketch = new Sketch()
                .source("x", "param", drawn(1, 1, STEPS, BATCH, WIDTH))
                .source("Wx", "param", drawn(4, bound, 4 * HIDDEN, WIDTH))
                .source("Wh", "param", drawn(5, bound, 4 * HIDDEN, HIDDEN))
                .source("b", "param", Tensor.filled(Shape.of(4 * HIDDEN), 0))
                .source("none", "constant", Tensor.filled(Shape.of(BATCH, HIDDEN), 0));
        String[] states = new String[STEPS];
        for (int t = 0; t < STEPS; t++) {
            step(sketch, t, t == 0 ? "none" : "h" + (t - 1), t == 0 ? "none" : "c" + (t - 1));
            states[t] = "h" + t;
        }
        return weighed(sketch.node("all", "stack", states), "all").graph();
    }

    private static void step(Sketch sketch, int t, String h, String c) {
        sketch.node("x" + t, "select", Settings.none().with("index", t), "x")
                .node("read" + t, "linear", "x" + t, "Wx", "b")
                .node("kept" + t, "linear", h, "Wh")
                .node("sums" + t, "add", "read" + t, "kept" + t);
        gate(sketch, "i", 0, t, "sigmoid");
        gate(sketch, "f", 1, t, "sigmoid");
        gate(sketch, "g", 2, t, "tanh");
        gate(sketch, "o", 3, t, "sigmoid");
        sketch.node("keep" + t, "mul", "f" + t, c)
                .node("write" + t, "mul", "i" + t, "g" + t)
                .node("c" + t, "add", "keep" + t, "write" + t)
                .node("shown" + t, "tanh", "c" + t)
                .node("h" + t, "mul", "o" + t, "shown" + t);
    }

    private static void gate(Sketch sketch, String name, int place, int t, String activation) {
        Settings cut =
                Settings.none().with("axis", -1).with("start", place * HIDDEN).with("stop", (place + 1) * HIDDEN);
        sketch.node("sum_" + name + t, "slice", cut, "sums" + t).node(name + t, activation, "sum_" + name + t);
    }

    private static Sketch weighed(Sketch sketch, String from) {
        return sketch.source("weights", "constant", drawn(9, 1, STEPS, BATCH, HIDDEN))
                .node("weighed", "mul", from, "weights")
                .node("loss", "sum", "weighed");
    }

    private static Tensor drawn(long seed, double bound, int... dims) {
        return Initializer.UNIFORM.draw(Shape.of(dims), seed, new Initializer.Range(1, -bound, bound, 0));
    }

    private static NodeId id(String name) {
        return NodeId.of(name);
    }

    private static void assertClose(Optional<Tensor> expected, Optional<Tensor> actual) {
        Tensor wanted = expected.orElseThrow();
        Tensor given = actual.orElseThrow();
        assertThat(given.shape()).isEqualTo(wanted.shape());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(given.at(i)).isCloseTo(wanted.at(i), within(1e-12));
        }
    }
}

package chainrule.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.Derivatives;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The Jacobians of a state that is carried from step to step. */
class JacobiansTest {
    private static Source out(String id) {
        return Source.of(NodeId.of(id));
    }

    /** h_t = tanh(w·h_{t−1}). */
    private static ExecutionPlan stack(double weight, double start, int steps) {
        Sketch sketch = new Sketch().param("h0", start).param("w", weight);
        for (int i = 1; i <= steps; i++) {
            sketch.node("z" + i, "mul", "h" + (i - 1), "w").node("h" + i, "tanh", "z" + i);
        }
        return Plans.of(sketch.graph());
    }

    private static Jacobians jacobians(ExecutionPlan plan, Chain chain) {
        try (Derivatives derivatives = Derivatives.of(plan)) {
            return Jacobians.of(derivatives, chain).orElseThrow();
        }
    }

    @Property(tries = 50)
    void theProductOfTheFactorsIsTheWholeWay(
            @ForAll @DoubleRange(min = -2, max = 2) double weight,
            @ForAll @DoubleRange(min = -1, max = 1) double start,
            @ForAll @IntRange(min = 2, max = 8) int steps) {
        ExecutionPlan plan = stack(weight, start, steps);
        Chain chain = Chains.of(plan).get(0);
        assertThat(chain.states())
                .isEqualTo(IntStream.rangeClosed(1, steps)
                        .mapToObj(i -> out("h" + i))
                        .toList());
        Jacobians found = jacobians(plan, chain);
        double product = 1;
        for (int i = steps - 1; i >= 0; i--) {
            assertThat(found.products().get(i)).isCloseTo(product, within(1e-12 * Math.max(1, product)));
            product *= i == 0 ? 1 : found.factors().get(i - 1);
        }
        double state = Math.tanh(weight * start);
        double next = Math.tanh(weight * state);
        assertThat(found.factors().get(0)).isCloseTo(Math.abs(weight * (1 - next * next)), within(1e-12));
    }

    @Property(tries = 30)
    void noWayIsLongerThanItsFactors(@ForAll @IntRange(max = 1000) int seed) {
        java.util.Random random = new java.util.Random(seed);
        Sketch sketch =
                new Sketch().param("h0", 0.3, -0.2).param("x", 0.5, 0.1, 0.2).param("b", 0, 0);
        sketch.matrix("Wx", 2, random.doubles(6, -1, 1).toArray());
        sketch.matrix("Wh", 2, random.doubles(4, -2, 2).toArray());
        for (int i = 1; i <= 4; i++) {
            sketch.node("h" + i, "rnn_cell", "x", "h" + (i - 1), "Wx", "Wh", "b");
        }
        ExecutionPlan plan = Plans.of(sketch.node("s", "sum", "h4").graph());
        Chain chain = Chains.of(plan).get(0);
        assertThat(chain.first()).as("what it begins with").isEqualTo(out("h0"));
        assertThat(chain.last()).isEqualTo(out("h4"));
        Jacobians found = jacobians(plan, chain);
        double most = 1;
        for (int i = 3; i >= 0; i--) {
            most *= found.factors().get(i);
            assertThat(found.products().get(i)).isPositive().isLessThanOrEqualTo(most * (1 + 1e-9));
        }
    }

    @Example
    void anLstmHasTwoStatesAndTheCellIsTheHighway() {
        Sketch sketch = new Sketch();
        sketch.source("x", "input", Tensor.vector(0.5));
        sketch.source("h0", "param", Tensor.vector(0.1)).source("c0", "param", Tensor.vector(0.2));
        sketch.matrix("Wx", 4, 0.1, 0.2, 0.3, 0.4).matrix("Wh", 4, 0.1, 0.1, 0.1, 0.1);
        sketch.param("b", 0, 6, 0, 0);
        for (int i = 1; i <= 3; i++) {
            String h = i == 1 ? "h0" : "l" + (i - 1) + ".h";
            String c = i == 1 ? "c0" : "l" + (i - 1) + ".c";
            sketch.node("l" + i, "lstm_cell", "x", h, c, "Wx", "Wh", "b");
        }
        ExecutionPlan plan = Plans.of(sketch.node("s", "sum", "l3.h").graph());
        List<Chain> chains = Chains.of(plan);
        assertThat(chains).extracting(Chain::first).contains(out("h0"), out("c0"));
        Chain cells = chains.stream()
                .filter(c -> c.first().equals(out("c0")))
                .findFirst()
                .orElseThrow();
        assertThat(jacobians(plan, cells).products().get(0)).isBetween(0.5, 1.5);
    }

    @Example
    void numbersThatDoNotFollowEachOtherAreNoChain() {
        ExecutionPlan plan = Plans.of(new Sketch()
                .param("x", 1)
                .node("t1", "tanh", "x")
                .node("t2", "tanh", "x")
                .node("y", "add", "t1", "t2")
                .graph());
        assertThat(Chains.of(plan)).isEmpty();
    }

    @Example
    void aChainCanRunBackwards() {
        ExecutionPlan plan = Plans.of(new Sketch()
                .param("x", 1)
                .node("r2", "tanh", "x")
                .node("r1", "tanh", "r2")
                .graph());
        assertThat(Chains.of(plan)).containsExactly(new Chain(List.of(out("r2"), out("r1"))));
    }

    @Example
    void aWideStateIsNotLookedAt() {
        Sketch sketch = new Sketch().param("x", new double[Jacobians.MOST + 1]);
        ExecutionPlan plan = Plans.of(sketch.node("t1", "tanh", "x")
                .node("t2", "tanh", "t1")
                .node("s", "sum", "t2")
                .graph());
        Chain chain = Chains.of(plan).get(0);
        assertThat(Jacobians.width(plan, chain)).isEqualTo(Jacobians.MOST + 1);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            assertThat(Jacobians.of(derivatives, chain)).isEmpty();
        }
    }
}

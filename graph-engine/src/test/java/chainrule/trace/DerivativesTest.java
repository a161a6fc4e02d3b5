package chainrule.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.exec.EdgeRule;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivativesTest {
    private static Source out(String id) {
        return Source.of(NodeId.of(id));
    }

    /** y = a·a, and so on: each multiplication doubles the ways back to x. */
    private static Graph doubling(int times) {
        Sketch sketch = new Sketch().param("x0", 1.01);
        for (int i = 1; i <= times; i++) {
            sketch.node("x" + i, "mul", "x" + (i - 1), "x" + (i - 1));
        }
        return sketch.graph();
    }

    @Test
    void theLineOfAnEdgeIsUpstreamTimesLocal() {
        try (Derivatives derivatives = Derivatives.of(Plans.of(Sketch.twoPaths()))) {
            ChainLine line = derivatives.line(Slot.of("e", "b"));
            assertThat(line.from()).isEqualTo(out("d"));
            assertThat(line.terms()).hasSize(1);
            assertThat(line.terms().get(0).upstream()).isEqualTo(Tensor.scalar(1));
            assertThat(line.terms().get(0).local()).isEqualTo(Tensor.scalar(3));
            assertThat(line.gradient()).isEqualTo(Tensor.scalar(3));
            assertThat(line.multiplied()).contains(Tensor.scalar(3));
            assertThat(line.isOfNumbers()).isTrue();
        }
    }

    @Test
    void anotherRootHasPathsAndTangentsOfItsOwn() {
        Trace trace;
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            trace = Trace.record(workspace);
        }
        try (Derivatives ofC = Derivatives.of(trace, NodeId.of("c"))) {
            assertThat(ofC.plan().root()).contains(NodeId.of("c"));
            assertThat(ofC.gradient(out("b"))).isEqualTo(Tensor.scalar(1));
            Paths paths = Paths.from(ofC.plan(), out("b"), 10);
            assertThat(paths.listed()).containsExactly(List.of(new Paths.Hop(Slot.of("c", "b"), out("c"))));
            assertThat(ofC.products(paths).get(0).contribution()).isEqualTo(Tensor.scalar(1));
            BothWays both = ofC.bothWays(out("a"), 0);
            assertThat(both.forward()).isEqualTo(both.reverse()).isEqualTo(1);
            assertThat(ofC.plan().hasGradient(out("d"))).isFalse();
        }
    }

    @Test
    void aFanOutHasAPathThroughEachConsumerAndTheirProductsAddUp() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        try (Derivatives derivatives = Derivatives.of(plan)) {
            Paths paths = Paths.from(plan, out("b"), 10);
            assertThat(paths.count()).isEqualTo(BigInteger.TWO);
            assertThat(paths.complete()).isTrue();
            assertThat(paths.listed())
                    .containsExactly(
                            List.of(
                                    new Paths.Hop(Slot.of("d", "x"), out("d")),
                                    new Paths.Hop(Slot.of("e", "b"), out("e"))),
                            List.of(
                                    new Paths.Hop(Slot.of("c", "b"), out("c")),
                                    new Paths.Hop(Slot.of("e", "a"), out("e"))));
            List<PathProduct> products = derivatives.products(paths);
            assertThat(products).extracting(p -> p.contribution().item()).containsExactly(3.0, 2.0);
            assertThat(products.get(0).factors())
                    .extracting(PathProduct.Factor::local)
                    .containsExactly(1.0, 3.0);
            assertThat(products).allMatch(PathProduct::isOfNumbers);
            assertThat(derivatives.gradient(out("b"))).isEqualTo(Tensor.scalar(5));
        }
    }

    @Test
    void theRootReachesItselfAndWhatIsNotOnTheWayReachesNothing() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        assertThat(Paths.from(plan, out("e"), 10).listed()).containsExactly(List.of());
        Graph aside = new Sketch()
                .param("a", 2)
                .source("n", "input", Tensor.scalar(1))
                .node("y", "relu", "a")
                .graph();
        ExecutionPlan rooted = Plans.of(aside.rooted(NodeId.of("y")));
        assertThat(Paths.from(rooted, out("n"), 10).count()).isEqualTo(BigInteger.ZERO);
        assertThat(Paths.from(rooted, out("n"), 10).complete()).isTrue();
    }

    @Test
    void moreWaysThanCanBeListedAreCountedAllTheSame() {
        ExecutionPlan plan = Plans.of(doubling(100));
        Paths paths = Paths.from(plan, out("x0"), 12);
        assertThat(paths.count()).isEqualTo(BigInteger.TWO.pow(100));
        assertThat(paths.complete()).isFalse();
        assertThat(paths.listed()).hasSize(12).doesNotHaveDuplicates().allMatch(p -> p.size() == 100);
    }

    @Test
    void tensorsContributeAlongEachPath() {
        Graph graph = new Sketch()
                .matrix("A", 2, 1, 2, 3, 4, 5, 6)
                .matrix("B", 3, 1, -1, 2, 0.5, 3, 1)
                .node("Y", "matmul", "A", "B")
                .node("Z", "tanh", "Y")
                .node("S", "mul", "Y", "Z")
                .node("L", "sum", "S")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            List<PathProduct> products = derivatives.products(Paths.from(plan, out("A"), 10));
            assertThat(products).hasSize(2).noneMatch(PathProduct::isOfNumbers);
            Tensor sum = products.get(0).contribution().plus(products.get(1).contribution());
            Tensor gradient = derivatives.gradient(out("A"));
            for (int i = 0; i < sum.size(); i++) {
                assertThat(sum.at(i)).isCloseTo(gradient.at(i), org.assertj.core.api.Assertions.within(1e-12));
            }
            assertThat(derivatives.line(Slot.of("Y", "a")).isOfNumbers()).isFalse();
        }
    }

    @Test
    void aRulePushesForwardWhatItPullsBack() {
        Graph graph = new Sketch()
                .matrix("A", 2, 1, 2, 3, 4, 5, 6)
                .matrix("B", 3, 1, -1, 2, 0.5, 3, 1)
                .node("Y", "matmul", "A", "B")
                .node("L", "sum", "Y")
                .graph();
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            workspace.run();
            EdgeRule rule = new EdgeRule(workspace, Slot.of("Y", "a"), out("Y"));
            Tensor jacobian = rule.jacobian();
            assertThat(jacobian.shape()).isEqualTo(Shape.of(4, 6));
            for (int column = 0; column < 6; column++) {
                Tensor pushed = rule.push(Tensor.filled(Shape.of(2, 3), 0).with(column, 1));
                for (int row = 0; row < 4; row++) {
                    assertThat(pushed.at(row)).isEqualTo(jacobian.at(row * 6 + column));
                }
            }
            assertThatThrownBy(() -> new EdgeRule(workspace, Slot.of("Y", "a"), out("L")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no gradient flows");
        }
    }

    @Test
    void aRecordedPassIsRunAgainWithTheNumbersThatItHad() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        Trace trace;
        try (Workspace trained = new Workspace(plan)) {
            trained.load(NodeId.of("a"), Tensor.scalar(10));
            trace = Trace.record(trained);
        }
        try (Derivatives derivatives = Derivatives.of(trace)) {
            assertThat(derivatives.gradient(out("d"))).isEqualTo(Tensor.scalar(11));
            assertThat(derivatives.line(Slot.of("e", "b")).terms().get(0).local())
                    .isEqualTo(Tensor.scalar(11));
        }
    }

    @Test
    void bothDirectionsGiveTheSameDerivative() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        try (Derivatives derivatives = Derivatives.of(plan)) {
            BothWays both = derivatives.bothWays(out("b"), 0);
            assertThat(both.forward()).isEqualTo(5);
            assertThat(both.reverse()).isEqualTo(5);
            assertThat(both.tangents())
                    .containsEntry(out("d"), Tensor.scalar(1))
                    .doesNotContainKey(out("a"));
            assertThat(derivatives.bothWays(out("a"), 0).forward()).isEqualTo(2);
        }
    }

    @Test
    void multiplicationsAreCountedInBothDirections() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        try (Derivatives derivatives = Derivatives.of(plan)) {
            Multiplications count = derivatives.multiplications(out("b"));
            assertThat(count.one()).isEqualTo(new Multiplications.Cost(1, 4, 1, 4));
            assertThat(count.all()).isEqualTo(new Multiplications.Cost(2, 2 + 4, 1, 5));
            assertThat(count.uncounted()).isZero();
        }
        Graph large = new Sketch()
                .param("x", new double[100])
                .node("y", "tanh", "x")
                .node("L", "sum", "y")
                .graph();
        try (Derivatives derivatives = Derivatives.of(Plans.of(large))) {
            assertThat(derivatives.multiplications(out("x")).uncounted()).isEqualTo(2);
        }
    }
}

package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionPlanTest {
    @Test
    void stepsGoForwardThenBackInTheExactReverseByConsumerAndPort() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        assertThat(plan.steps())
                .containsExactly(
                        new Step.Forward(NodeId.of("a")),
                        new Step.Forward(NodeId.of("b")),
                        new Step.Forward(NodeId.of("c")),
                        new Step.Forward(NodeId.of("d")),
                        new Step.Forward(NodeId.of("e")),
                        new Step.Seed(NodeId.of("e")),
                        new Step.Pull(Slot.of("e", "a")),
                        new Step.Pull(Slot.of("e", "b")),
                        new Step.Pull(Slot.of("d", "x")),
                        new Step.Pull(Slot.of("c", "a")),
                        new Step.Pull(Slot.of("c", "b")),
                        new Step.Accumulate(Source.of(NodeId.of("b"))));
    }

    @Test
    void twoUsesByOneConsumerAreTwoContributions() {
        ExecutionPlan plan =
                Plans.of(new Sketch().param("x", 3).node("y", "mul", "x", "x").graph());
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();
            assertThat(workspace.contribution(Slot.of("y", "a"))).contains(Tensor.scalar(3));
            assertThat(workspace.contribution(Slot.of("y", "b"))).contains(Tensor.scalar(3));
            assertThat(workspace.gradient(Source.of(NodeId.of("x")))).contains(Tensor.scalar(6));
        }
    }

    @Test
    void constantsAndWhatLiesBehindABlockHaveNoGradient() {
        Graph graph = new Sketch()
                .param("w", 2)
                .source("k", "constant", Tensor.scalar(3))
                .node("s", "sign", "w")
                .node("p", "mul", "s", "k")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        assertThat(plan.hasGradient(Source.of(NodeId.of("s")))).isTrue();
        assertThat(plan.hasGradient(Source.of(NodeId.of("w")))).isFalse();
        assertThat(plan.hasGradient(Source.of(NodeId.of("k")))).isFalse();
        assertThat(plan.pulled()).containsExactly(Slot.of("p", "a"));
        assertThat(plan.trainable()).isEmpty();
    }

    @Test
    void frozenParametersHaveAGradientAndAreNotTrained() {
        Graph graph = new Sketch().param("w", 2).node("y", "square", "w").graph();
        Settings frozen = graph.node(NodeId.of("w")).settings().with("trainable", new Literal.Flag(false));
        ExecutionPlan plan = Plans.of(graph.with(graph.node(NodeId.of("w")).with(frozen)));
        assertThat(plan.hasGradient(Source.of(NodeId.of("w")))).isTrue();
        assertThat(plan.trainable()).isEmpty();
        assertThat(Plans.of(graph).trainable()).containsExactly(NodeId.of("w"));
    }

    @Test
    void severalEndsWithoutALossRunForwardOnly() {
        Graph graph = new Sketch()
                .param("x", 3)
                .node("y", "square", "x")
                .node("z", "neg", "x")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        assertThat(plan.root()).isEmpty();
        assertThat(plan.steps()).hasSize(3);
        assertThat(Plans.of(graph.rooted(NodeId.of("z"))).root()).contains(NodeId.of("z"));
    }

    @Test
    void aRootWithoutGradientIsRefused() {
        Graph graph = new Sketch()
                .source("k", "constant", Tensor.scalar(3))
                .param("x", 1)
                .node("y", "mul", "x", "k")
                .graph()
                .rooted(NodeId.of("k"));
        assertThat(problems(graph, Plans.BUDGET))
                .containsExactly(Problem.at(NodeId.of("k"), "k cannot be the root: it has no gradient."));
    }

    @Test
    void aGraphOverTheBudgetIsRefusedBeforeAnythingIsAllocated() {
        Graph graph = new Sketch()
                .source("w", "param", Tensor.filled(Shape.of(1000, 1000), 1))
                .node("y", "square", "w")
                .graph();
        assertThat(problems(graph, 8 << 20)).singleElement().satisfies(p -> assertThat(p.sentence())
                .isEqualTo("This graph needs 30 MB of memory and may take 8 MB; w is the largest, with 1000×1000."));
    }

    @Test
    void bytesCountValuesGradientsAndContributions() {
        assertThat(Plans.of(Sketch.twoPaths()).bytes()).isEqualTo(8 * (2 + 4 + 2 + 2 + 2));
        assertThat(Plans.of(Sketch.twoPaths(), Precision.FLOAT).bytes()).isEqualTo(4 * 12);
    }

    @Test
    void bytesCountWhatANodeKeepsForItsGradients() {
        Graph graph = new Sketch()
                .source("z", "constant", Tensor.filled(Shape.of(5, 4), 1))
                .source("c", "constant", Tensor.filled(Shape.of(5), 1))
                .node("y", "cross_entropy", "z", "c")
                .graph();
        int softmax = 20;
        assertThat(Plans.of(graph).bytes()).isGreaterThanOrEqualTo(8 * (20 + 5 + 1 + softmax));
    }

    @Test
    void aBorderBeyondTheBudgetIsRefusedWithASentence() {
        Graph graph = new Sketch()
                .source("x", "constant", Tensor.filled(Shape.of(1, 4, 4), 1))
                .source("w", "constant", Tensor.filled(Shape.of(1, 1, 3, 3), 1))
                .node("y", "conv2d", Settings.none().with("pad", new Literal.Number(1500)), "x", "w")
                .graph();
        assertThat(problems(graph, 8 << 20)).singleElement().satisfies(p -> assertThat(p.sentence())
                .startsWith("This graph needs "));
    }

    private static List<Problem> problems(Graph graph, long budget) {
        return ((Compilation.Rejected) ExecutionPlan.compile(graph, Precision.DOUBLE, budget)).problems();
    }
}

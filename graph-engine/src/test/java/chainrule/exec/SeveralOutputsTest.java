package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.check.GradientCheck;
import chainrule.check.Verdict;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node with several outputs, of which any may feed something, one or many. */
class SeveralOutputsTest {
    @ParameterizedTest
    @ValueSource(strings = {"h", "c", "i", "f", "g", "o"})
    void oneOutputAloneGivesRightGradients(String port) {
        Graph graph = cell().node("s", "square", "cell." + port)
                .node("y", "sum", "s")
                .graph()
                .rooted(NodeId.of("y"));
        ExecutionPlan plan = Plans.of(graph);
        assertThat(GradientCheck.of(plan).nodes()).hasSize(6).allSatisfy(node -> assertThat(node.verdict())
                .isEqualTo(Verdict.GREEN));
        assertThat(plan.soleGradient(NodeId.of("cell"))).contains(output(port));
    }

    @Test
    void outputsUsedTwiceAreEachSummedOnce() {
        ExecutionPlan plan = Plans.of(bothTwice());
        assertThat(plan.steps())
                .filteredOn(step -> step instanceof Step.Accumulate)
                .containsExactlyInAnyOrder(new Step.Accumulate(output("h")), new Step.Accumulate(output("c")));
        assertThat(plan.soleGradient(NodeId.of("cell"))).isEmpty();
        assertThat(GradientCheck.of(plan).nodes())
                .allSatisfy(node -> assertThat(node.verdict()).isEqualTo(Verdict.GREEN));
    }

    @Test
    void aSumIsRightAtItsOwnStepAndReadsItsOwnOutput() {
        ExecutionPlan plan = Plans.of(bothTwice());
        try (Workspace workspace = new Workspace(plan)) {
            for (Step step : plan.steps()) {
                workspace.run(step);
                if (step instanceof Step.Accumulate accumulate) {
                    Tensor sum = sum(workspace, accumulate.output());
                    assertThat(workspace.result(step)).isEqualTo(sum);
                    assertThat(workspace.gradient(accumulate.output())).contains(sum);
                }
            }
        }
    }

    @Test
    void aTraceShowsTheGradientOfEachOutput() {
        ExecutionPlan plan = Plans.of(bothTwice());
        try (Workspace workspace = new Workspace(plan)) {
            Trace trace = Trace.record(workspace);
            for (String port : new String[] {"h", "c"}) {
                assertThat(trace.end().gradient(output(port))).isEqualTo(workspace.gradient(output(port)));
            }
            assertThat(trace.local(Slot.of("cell", "x"))).isEmpty();
            Explainer explainer = new Explainer(trace, 4);
            assertThat(IntStream.range(0, trace.steps().size()).mapToObj(explainer::at))
                    .extracting(Explanation::rule)
                    .anySatisfy(rule -> assertThat(rule).startsWith("c̄ell.c = c̄ell.c via"));
        }
    }

    @Test
    void tangentsReachEveryOutput() {
        ExecutionPlan plan = Plans.of(bothTwice());
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();
            Source x = Source.of(NodeId.of("x"));
            Tensor direction = Tensor.vector(1, -2, 0.5);
            Map<Source, Tensor> tangents = new ForwardMode(workspace, x, direction).run();
            assertThat(tangents).containsKeys(output("h"), output("c"), output("i"), output("o"));
            double along = 0;
            for (int i = 0; i < 3; i++) {
                along += workspace.gradient(x).orElseThrow().at(i) * direction.at(i);
            }
            assertThat(tangents.get(Source.of(NodeId.of("y"))).item())
                    .isCloseTo(along, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    private static Tensor sum(Workspace workspace, Source output) {
        Tensor total = workspace.value(output).map(v -> 0);
        for (Slot slot : workspace.plan().contributions().get(output)) {
            Tensor part = workspace.contribution(slot).orElseThrow();
            for (int i = 0; i < part.size(); i++) {
                total = total.with(i, total.at(i) + part.at(i));
            }
        }
        return total;
    }

    private static Graph bothTwice() {
        return cell().node("p", "mul", "cell.h", "cell.h")
                .node("q", "mul", "cell.c", "cell.c")
                .node("r", "add", "p", "q")
                .node("y", "sum", "r")
                .graph()
                .rooted(NodeId.of("y"));
    }

    private static Sketch cell() {
        Random random = new Random(3);
        return new Sketch()
                .param("x", 0.4, -0.3, 0.8)
                .param("h", 0.5, -0.6)
                .param("c", 1.2, -0.4)
                .source("Wx", "param", drawn(random, Shape.of(8, 3)))
                .source("Wh", "param", drawn(random, Shape.of(8, 2)))
                .source("b", "param", drawn(random, Shape.of(8)))
                .node("cell", "lstm_cell", "x", "h", "c", "Wx", "Wh", "b");
    }

    private static Tensor drawn(Random random, Shape shape) {
        return Tensor.filled(shape, 0).map(v -> random.nextGaussian());
    }

    private static Source output(String port) {
        return new Source(NodeId.of("cell"), port);
    }
}

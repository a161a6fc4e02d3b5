package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.check.CheckReport;
import chainrule.check.GradientCheck;
import chainrule.check.Verdict;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.kernel.Kernel;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.Settings;
import chainrule.op.State;
import chainrule.op.regularise.BatchNorm;
import chainrule.op.regularise.Dropout;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What nodes remember: it is there to be seen, passes leave it alone, and only moving on changes it. */
class StateTest {
    private static final NodeId D = NodeId.of("d");
    private static final NodeId Y = NodeId.of("y");
    private static final Literal EVAL = new Literal.Text("eval");

    @Test
    void theMaskIsDrawnOnceFromTheSeedInRowMajorOrder() {
        Graph graph = dropout(Settings.none().with("p", number(0.3)).with("seed", number(11)));
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            Random random = new Random(11);
            assertThat(workspace.state(D, "mask")).isEqualTo(drawn(random, 0.3));
            workspace.advance();
            assertThat(workspace.state(D, "mask")).isEqualTo(drawn(random, 0.3));
        }
    }

    @Test
    void passesAndStepsLeaveAMaskAlone() {
        try (Workspace workspace = new Workspace(Plans.of(dropout(Settings.none())))) {
            Tensor mask = workspace.state(D, "mask");
            workspace.run();
            Tensor first = workspace.value(Source.of(D));
            workspace.plan().steps().forEach(workspace::run);
            workspace.runForward();
            assertThat(workspace.value(Source.of(D))).isEqualTo(first);
            assertThat(Trace.record(workspace).state(D)).containsExactly(Map.entry("mask", mask));
            assertThat(Trace.recordResults(workspace).state(Y)).isEmpty();
            workspace.advance();
            workspace.runForward();
            assertThat(workspace.value(Source.of(D))).isNotEqualTo(first);
        }
    }

    @Test
    void aGivenMaskStaysAndInUseNothingIsDropped() {
        Settings given = Settings.none().with("mask", matrix(1, 0, 0, 0, 1, 1));
        try (Workspace training = new Workspace(Plans.of(dropout(given)));
                Workspace use = new Workspace(Plans.of(dropout(given.with("mode", EVAL))))) {
            training.advance();
            assertThat(training.state(D, "mask").toArray()).containsExactly(1, 0, 0, 0, 1, 1);
            use.advance();
            use.runForward();
            assertThat(use.state(D, "mask").toArray()).containsOnly(1);
            assertThat(use.value(Source.of(D))).isEqualTo(use.value(Source.of(NodeId.of("x"))));
        }
    }

    @Test
    void whereAllIsDroppedTheOutputIsZero() {
        try (Workspace workspace =
                new Workspace(Plans.of(dropout(Settings.none().with("p", number(1)))))) {
            workspace.run();
            assertThat(workspace.value(Source.of(D)).toArray()).containsOnly(0);
            assertThat(workspace
                            .gradient(Source.of(NodeId.of("x")))
                            .orElseThrow()
                            .toArray())
                    .containsOnly(0);
        }
    }

    @Test
    void theCourseDropsTwoOfFour() {
        Settings mask = Settings.none().with("mask", new Literal.Numbers(Tensor.vector(1, 0, 0, 1)));
        assertThat(courseSum(mask)).isEqualTo(17);
        assertThat(courseSum(mask.with("mode", EVAL))).isEqualTo(7.25);
        double sum = 0;
        for (int bits = 0; bits < 16; bits++) {
            Tensor one = Tensor.vector(bits & 1, bits >> 1 & 1, bits >> 2 & 1, bits >> 3 & 1);
            sum += courseSum(Settings.none().with("mask", new Literal.Numbers(one)));
        }
        assertThat(sum / 16).isEqualTo(7.25);
    }

    @Test
    void theCourseNormalisesFourNumbers() {
        try (Workspace workspace = new Workspace(Plans.of(four(Settings.none())))) {
            workspace.run();
            assertClose(
                    workspace.value(Source.of(Y)), -1.638086880891747, -0.5690434404458735, 0.5, 3.7071303213376208);
            assertClose(
                    gradient(workspace, "x"),
                    1.1644915659134674,
                    -1.355395452851412,
                    -0.1336304300557342,
                    0.32453431699367874);
            assertClose(gradient(workspace, "gamma"), 2.672608601114684);
            assertClose(gradient(workspace, "beta"), 2.5);
            workspace.run();
            assertThat(workspace.state(Y))
                    .isEqualTo(Map.of("running_mean", Tensor.vector(0), "running_var", Tensor.vector(1)));
            workspace.advance();
            assertClose(workspace.state(Y, "running_mean"), 0.30000000000000004);
            assertClose(workspace.state(Y, "running_var"), 1.3666666666666667);
        }
    }

    @Test
    void inUseTheRunningStatisticsNormaliseAndStay() {
        Settings settings = Settings.of(BatchNorm.TYPE.gathered().get(0), Tensor.vector(2))
                .with(BatchNorm.TYPE.gathered().get(1), Tensor.scalar(4))
                .with("eps", number(0))
                .with("mode", EVAL);
        try (Workspace workspace = new Workspace(Plans.of(four(settings)))) {
            workspace.run();
            workspace.advance();
            assertClose(workspace.value(Source.of(Y)), -0.5, 0.5, 1.5, 4.5);
            assertClose(gradient(workspace, "x"), 1, -1, 0.5, 2);
            assertClose(gradient(workspace, "gamma"), -0.5 + 0 + 0.25 + 4);
            assertThat(workspace.state(Y, "running_mean").item()).isEqualTo(2);
            assertThat(workspace.state(Y, "running_var").item()).isEqualTo(4);
        }
    }

    @Test
    void aChannelOfAnImageIsNormalisedOverBatchAndPlaces() {
        Graph graph = new Sketch()
                .source("x", "param", Tensor.of(Shape.of(2, 2, 2), 1, 3, 10, 10, 5, 7, 10, 30))
                .source("gamma", "param", Tensor.vector(1, 1))
                .source("beta", "param", Tensor.vector(0, 0))
                .node("y", "batch_norm", "x", "gamma", "beta")
                .graph();
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            workspace.runForward();
            workspace.advance();
            assertClose(workspace.state(Y, "running_mean"), 0.4, 1.5);
            assertClose(workspace.state(Y, "running_var"), 0.9 + 0.1 * 20 / 3, 0.9 + 0.1 * 100);
            double first = -3 / Math.sqrt(5 + 1e-5);
            double last = 15 / Math.sqrt(75 + 1e-5);
            assertThat(workspace.value(Source.of(Y)).at(0)).isCloseTo(first, within(1e-12));
            assertThat(workspace.value(Source.of(Y)).at(7)).isCloseTo(last, within(1e-12));
        }
    }

    @Test
    void gradientChecksSeeOneMaskAndOneSetOfStatistics() {
        assertThat(GradientCheck.of(Plans.of(dropout(Settings.none()))).nodes())
                .allMatch(node -> node.verdict() == Verdict.GREEN);
        CheckReport report = GradientCheck.of(Plans.of(four(Settings.none())));
        assertThat(report.nodes()).hasSize(3).allMatch(node -> node.verdict() == Verdict.GREEN);
    }

    @Test
    void statesCountAsMemoryAndOnlyTheirNamesAreKnown() {
        ExecutionPlan with = Plans.of(dropout(Settings.none()), Precision.FLOAT);
        try (Workspace workspace = new Workspace(with)) {
            assertThat(workspace.state(NodeId.of("x"))).isEmpty();
            assertThatThrownBy(() -> workspace.state(D, "draws")).hasMessage("d remembers no draws");
        }
        Graph without = new Sketch()
                .source("x", "param", Tensor.filled(Shape.of(2, 3), 1.5))
                .node("d", "identity", "x")
                .node("y", "sum", "d")
                .graph();
        assertThat(with.bytes() - Plans.of(without, Precision.FLOAT).bytes()).isEqualTo(6 * 4);
    }

    @Test
    void formulasSayWhatTheModeLeavesOut() {
        Settings use = Settings.none().with("mode", EVAL);
        assertThat(Dropout.TYPE.worded(Dropout.TYPE.formula(), use, Shape.of(4)))
                .isEqualTo("y = x");
        assertThat(Dropout.TYPE.worded(Dropout.TYPE.formula(), Settings.none(), Shape.of(4)))
                .isEqualTo("y = x · mask / (1 − p)");
        String pull =
                BatchNorm.TYPE.vjp(BatchNorm.TYPE.inputs().get(0)).orElseThrow().formula();
        assertThat(BatchNorm.TYPE.worded(pull, use, Shape.of(4))).isEqualTo("x̄ = gamma · ȳ / √(σ² + eps)");
        assertThat(BatchNorm.TYPE.worded(pull, Settings.none(), Shape.of(4))).isEqualTo(pull);
    }

    @Test
    void aMaskIsPutIntoTheFormulaOfItsStep() {
        Graph graph = new Sketch().param("x", 3).node("d", "dropout", "x").graph();
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            Explanation forward = new Explainer(Trace.record(workspace), 4).at(1);
            assertThat(forward.formula()).isEqualTo("d = x · mask / (1 − 0.5)");
            assertThat(forward.numbers()).isEqualTo("3 · 1 / (1 − 0.5) = 6");
        }
    }

    @Test
    void whatIsRememberedNeedsABufferAndARule() {
        NodeTypeBuilder forgetful = NodeType.named("forgetful")
                .shape(in -> Shape.scalar())
                .forward("y = 0", k -> k.fill(0, k.out()))
                .state(k -> State.fixed(Kernel.nothing()), "past");
        assertThatThrownBy(forgetful::build)
                .hasMessage("forgetful remembers past and needs a state rule and a buffer for it");
        assertThat(forgetful.saved("past", in -> Shape.scalar()).build().remembered())
                .containsExactly("past");
    }

    private static double courseSum(Settings settings) {
        Graph graph = new Sketch()
                .source("x", "input", Tensor.vector(1, 2, 3, 4))
                .param("w", 0.5, -1, 0.25, 2)
                .node("h", "mul", "x", "w")
                .node("d", "dropout", settings, "h")
                .node("y", "sum", "d")
                .graph();
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            workspace.run();
            return workspace.loss();
        }
    }

    private static Graph dropout(Settings settings) {
        return new Sketch()
                .source("x", "param", Tensor.filled(Shape.of(2, 3), 1.5))
                .node("d", "dropout", settings, "x")
                .node("y", "sum", "d")
                .graph();
    }

    private static Graph four(Settings settings) {
        return new Sketch()
                .param("x", 1, 2, 3, 6)
                .source("gamma", "param", Tensor.vector(2))
                .source("beta", "param", Tensor.vector(0.5))
                .node("y", "batch_norm", settings, "x", "gamma", "beta")
                .source("c", "constant", Tensor.vector(1, -1, 0.5, 2))
                .node("m", "mul", "y", "c")
                .node("L", "sum", "m")
                .graph();
    }

    private static Tensor drawn(Random random, double p) {
        return Tensor.filled(Shape.of(2, 3), 0).map(v -> random.nextDouble() >= p ? 1 : 0);
    }

    private static Tensor gradient(Workspace workspace, String node) {
        return workspace.gradient(Source.of(NodeId.of(node))).orElseThrow();
    }

    private static Literal number(double value) {
        return new Literal.Number(value);
    }

    private static Literal matrix(double... values) {
        return new Literal.Numbers(Tensor.of(Shape.of(2, 3), values));
    }

    private static void assertClose(Tensor actual, double... expected) {
        assertThat(actual.toArray()).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.at(i)).isCloseTo(expected[i], within(1e-12));
        }
    }
}

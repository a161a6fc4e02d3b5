package chainrule.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at kinks and ties, and where numbers overflow. */
class ConventionsTest {
    private static final NodeId Y = NodeId.of("y");

    @ParameterizedTest(name = "{0}({2}) = {3}, slope {4}  {1}")
    @CsvSource({
        "relu, , 0, 0, 0",
        "relu, , -0.0, 0, 0",
        "relu, , Infinity, Infinity, 1",
        "leaky_relu, , 0, 0, 0.01",
        "leaky_relu, slope 0.2, 0, 0, 0.2",
        "elu, , 0, 0, 1",
        "elu, alpha 0.5, 0, 0, 0.5",
        "elu, , -800, -1, 0",
        "elu, , 800, 800, 1",
        "abs, , 0, 0, 0",
        "l1_penalty, lambda 0.5, 0, 0, 0",
        "l2_penalty, lambda 0.5, -3, 4.5, -3",
        "clamp, , 1, 1, 1",
        "clamp, , -1, -1, 1",
        "clamp, , 1.5, 1, 0",
        "clamp, min 0, -0.5, 0, 0",
        "exp, , 710, Infinity, Infinity",
        "exp, , -800, 0, 0",
        "log, , 0, -Infinity, Infinity",
        "log, , -1, NaN, -1",
        "sqrt, , 0, 0, Infinity",
        "sqrt, , -1, NaN, NaN",
        "reciprocal, , 0, Infinity, -Infinity",
        "pow, exponent 0, 0, 1, 0",
        "pow, exponent 0, 3, 1, 0",
        "pow, exponent 1, 0, 0, 1",
        "pow, exponent 2, 0, 0, 0",
        "pow, exponent 0.5, 0, 0, Infinity",
        "pow, exponent 0.5, -1, NaN, NaN",
        "sigmoid, , -800, 0, 0",
        "sigmoid, , 800, 1, 0",
        "tanh, , 800, 1, 0",
        "softplus, , 800, 800, 1",
        "softplus, , -800, 0, 0",
        "silu, , 800, 800, 1",
        "swish, beta 0, 3, 1.5, 0.5",
        "gelu, , 800, 800, 1",
        "gelu_tanh, , 800, 800, 1"
    })
    void atOneNumber(String type, String setting, double x, double value, double slope) {
        Graph graph = new Sketch()
                .param("x", x)
                .node("y", type, settings(setting), "x")
                .graph();
        try (Workspace workspace = run(graph)) {
            assertThat(value(workspace)).isEqualTo(Double.valueOf(value));
            assertThat(gradient(workspace, "x")).isEqualTo(Double.valueOf(slope));
        }
    }

    @ParameterizedTest(name = "{0}({1}, {2}) = {3}, slopes {4} and {5}")
    @CsvSource({
        "maximum, 2, 2, 2, 0.5, 0.5",
        "maximum, 2, 3, 3, 0, 1",
        "minimum, 2, 2, 2, 0.5, 0.5",
        "minimum, 2, 3, 2, 1, 0",
        "div, 1, 0, Infinity, Infinity, -Infinity",
        "div, 0, 0, NaN, Infinity, NaN",
        "mul, 0, Infinity, NaN, Infinity, 0",
        "prelu, 0, 0.3, 0, 0.3, 0",
        "prelu, -2, 0.3, -0.6, 0.3, -2",
        "swiglu, 3, 0, 0, 0, 1.5"
    })
    void atTwoNumbers(String type, double a, double b, double value, double slopeInA, double slopeInB) {
        Graph graph = new Sketch()
                .param("a", a)
                .param("b", b)
                .node("y", type, "a", "b")
                .graph();
        try (Workspace workspace = run(graph)) {
            assertThat(value(workspace)).isEqualTo(Double.valueOf(value));
            assertThat(gradient(workspace, "a")).isEqualTo(Double.valueOf(slopeInA));
            assertThat(gradient(workspace, "b")).isEqualTo(Double.valueOf(slopeInB));
        }
    }

    @ParameterizedTest
    @CsvSource({"sign, -3, -1", "sign, 0, 0", "step, 0, 0", "step, 0.3, 1", "detach, 3, 3"})
    void nothingComesBackThroughABlock(String type, double x, double value) {
        Graph graph = new Sketch().param("x", x).node("y", type, "x").graph();
        try (Workspace workspace = run(graph)) {
            assertThat(value(workspace)).isEqualTo(Double.valueOf(value));
            assertThat(workspace.gradient(Source.of(NodeId.of("x")))).isEmpty();
            assertThat(workspace.contribution(Slot.of("y", "x"))).isEmpty();
        }
    }

    @Test
    void aGradientOfZeroTimesAnInfiniteSlopeIsNaN() {
        Graph graph = new Sketch()
                .param("x", 0)
                .node("r", "sqrt", "x")
                .node("y", "scale", settings("factor 0"), "r")
                .graph();
        try (Workspace workspace = run(graph)) {
            assertThat(gradient(workspace, "r")).isZero();
            assertThat(gradient(workspace, "x")).isNaN();
        }
    }

    @Test
    void softmaxOfHugeScoresNeitherOverflowsNorDividesByZero() {
        Graph graph = new Sketch()
                .param("x", 1000, 0, -1000)
                .node("y", "softmax", "x")
                .graph();
        try (Workspace workspace = run(graph)) {
            assertThat(workspace.value(Source.of(Y))).isEqualTo(Tensor.vector(1, 0, 0));
        }
        graph = new Sketch()
                .param("x", 1000, 1000)
                .node("y", "log_softmax", "x")
                .graph();
        try (Workspace workspace = run(graph)) {
            assertThat(workspace.value(Source.of(Y)).at(0)).isCloseTo(-Math.log(2), within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clamp|min 2|y: Setting min is 2 and max is 1: min should be at most max.",
                "softmax|temperature 0|y: Setting temperature is 0: it should be above 0.",
                "softmax|axis 1|y: Axis 1 of 2: it should be from -1 to 0.",
                "log_softmax|axis -2|y: Axis -2 of 2: it should be from -1 to 0."
            })
    void settingsThatFitNoInputAreRefused(String type, String setting, String line) {
        Graph graph = new Sketch()
                .param("x", 1, 2)
                .node("y", type, settings(setting), "x")
                .graph();
        assertThat(Validation.of(graph).problems()).extracting(Problem::line).containsExactly(line);
    }

    @Test
    void aTermThatDoesNotFitIsNamed() {
        Graph graph = new Sketch()
                .param("a", 1, 2)
                .param("b", 3)
                .param("c", 1, 2, 3)
                .node("y", "add_n", "a", "b", "c")
                .graph();
        assertThat(Validation.of(graph).problems())
                .extracting(Problem::line)
                .containsExactly("y.x2: x2 is 3 and the inputs before it make 2: "
                        + "from the last axis on, lengths should be equal or 1.");
    }

    @Test
    void preluTakesOneSlope() {
        Graph graph = new Sketch()
                .param("x", 1, 2)
                .param("a", 1, 2)
                .node("y", "prelu", "x", "a")
                .graph();
        assertThat(Validation.of(graph).problems())
                .extracting(Problem::line)
                .containsExactly("y.alpha: alpha is 2: it should be one number.");
    }

    private static Workspace run(Graph graph) {
        ExecutionPlan plan = Plans.of(graph);
        Workspace workspace = new Workspace(plan);
        workspace.run();
        return workspace;
    }

    private static Double value(Workspace workspace) {
        return unsigned(workspace.value(Source.of(Y)));
    }

    private static Double gradient(Workspace workspace, String node) {
        return unsigned(workspace.gradient(Source.of(NodeId.of(node))).orElseThrow());
    }

    /** The number of a scalar, with one zero instead of two. */
    private static Double unsigned(Tensor scalar) {
        return scalar.item() + 0.0;
    }

    /** {@code slope 0.2} as a setting; null is none. */
    private static Settings settings(String text) {
        if (text == null) {
            return Settings.none();
        }
        int space = text.indexOf(' ');
        return Settings.none()
                .with(text.substring(0, space), new Literal.Number(Double.parseDouble(text.substring(space + 1))));
    }
}

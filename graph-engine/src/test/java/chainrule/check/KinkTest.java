package chainrule.check;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.Sketch;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gradient beside a kink is not called wrong, whatever the node type. */
class KinkTest {
    /** So close that a step of the check passes the kink. */
    private static final double NEAR = 1e-5;

    /** A type and a graph in which it stands beside its kink. */
    record Beside(String type, Graph graph) {
        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Beside> kinks() {
        Stream<Beside> alone = Stream.of("relu", "leaky_relu", "abs", "reduce_max", "l1_penalty")
                .map(type -> of(type, new Sketch().param("x", 1, 1 + NEAR, NEAR).node("y", type, "x")));
        Settings bent = Settings.none().with("alpha", new Literal.Number(3));
        Settings relu = Settings.none().with("activation", new Literal.Text("relu"));
        Tensor image = Tensor.of(Shape.of(1, 2, 2), 1, 1 + NEAR, 0, 0);
        return Stream.concat(
                alone,
                Stream.of(
                        of("reduce_min", new Sketch().param("x", 1, 1 + NEAR).node("y", "reduce_min", "x")),
                        of("elu", new Sketch().param("x", 1, NEAR).node("y", "elu", bent, "x")),
                        of("clamp", new Sketch().param("x", 0, 1 + NEAR).node("y", "clamp", "x")),
                        of(
                                "prelu",
                                new Sketch().param("x", 1, NEAR).param("a", 0.5).node("y", "prelu", "x", "a")),
                        pair("maximum"),
                        pair("minimum"),
                        pair("mae"),
                        of(
                                "hinge",
                                new Sketch()
                                        .param("s", 1 + NEAR)
                                        .source("t", "target", Tensor.scalar(1))
                                        .node("y", "hinge", "s", "t")),
                        of(
                                "multi_hinge",
                                new Sketch()
                                        .param("s", 1, NEAR, -3)
                                        .source("c", "target", Tensor.scalar(0))
                                        .node("y", "multi_hinge", "s", "c")),
                        of(
                                "max_pool2d",
                                new Sketch().source("x", "param", image).node("y", "max_pool2d", "x")),
                        of(
                                "max_pool1d",
                                new Sketch().matrix("x", 1, 1, 1 + NEAR).node("y", "max_pool1d", "x")),
                        of(
                                "neuron",
                                new Sketch()
                                        .param("x", 1, 2)
                                        .param("w", NEAR, 0)
                                        .node("y", "neuron", relu, "x", "w")),
                        of(
                                "rnn_cell",
                                new Sketch()
                                        .param("x", NEAR, 0)
                                        .param("h", 0, 0)
                                        .matrix("W", 2, 1, 0, 0, 1)
                                        .param("b", 0, 1)
                                        .node("y", "rnn_cell", relu, "x", "h", "W", "W", "b"))));
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void aGradientBesideAKinkIsNotCalledWrong(Beside beside) {
        CheckReport report = GradientCheck.of(plan(beside.graph()));
        assertThat(report.verdict()).isEqualTo(Verdict.KINK_NEARBY);
    }

    @Test
    void everyTypeWithAKinkIsTried() {
        Set<String> tried = kinks().map(Beside::type).collect(Collectors.toSet());
        assertThat(StandardCatalog.create().types())
                .filteredOn(type -> !type.kinks().isEmpty())
                .extracting(NodeType::id)
                .isSubsetOf(tried);
    }

    private static Beside pair(String type) {
        return of(type, new Sketch().param("a", 1, 5).param("b", 1 + NEAR, 2).node("y", type, "a", "b"));
    }

    private static Beside of(String type, Sketch sketch) {
        return new Beside(type, sketch.graph());
    }

    private static ExecutionPlan plan(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1 << 24);
        assertThat(compilation.validation().problems()).isEmpty();
        return ((Compilation.Compiled) compilation).plan();
    }
}

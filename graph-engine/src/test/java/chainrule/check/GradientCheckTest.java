package chainrule.check;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static final InPort X = InPort.of("x");
    private static final NodeType RAMP = NodeType.named("ramp")
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = max(0, x)", k -> k.map(x -> Math.max(0, x), k.in(X), k.out()))
            .vjp(X, "x̄ = ȳ·[x > 0]", k -> k.zip((g, x) -> x > 0 ? g : 0, k.grad(), k.in(X), k.result()))
            .kink(Kink.at(X))
            .build();

    private final Catalog catalog = StandardCatalog.create();

    @Test
    void aRightGradientIsGreen() {
        CheckReport report = check(catalog.get("tanh"), Tensor.vector(0.3, -1.2, 2));
        assertThat(report.passed()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(report.nodes()).singleElement().satisfies(n -> {
            assertThat(n.node()).isEqualTo(NodeId.of("w"));
            assertThat(n.checked()).isEqualTo(3);
            assertThat(n.worst().error()).isLessThan(1e-9);
        });
    }

    @Test
    void aWrongGradientIsRed() {
        NodeType broken = catalog.get("tanh").with(X, rule -> k -> k.copy(k.grad(), k.result()));
        CheckReport report = check(broken, Tensor.vector(0.3, -1.2, 2));
        assertThat(report.verdict()).isEqualTo(Verdict.RED);
        assertThat(report.nodes().get(0).remark()).isEqualTo("The gradient of w does not match the slope of the loss.");
    }

    @Test
    void aKinkBetweenTheTwoPointsIsNoFailure() {
        CheckReport report = check(RAMP, Tensor.vector(1, 0, -1));
        assertThat(report.passed()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.KINK_NEARBY);
        assertThat(report.nodes().get(0).worst().position()).isEqualTo(1);
    }

    @Test
    void aWrongGradientFarFromTheKinkIsRed() {
        NodeType broken = RAMP.with(X, rule -> k -> k.fill(0, k.result()));
        assertThat(check(broken, Tensor.vector(1, -1)).verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void aLargeParameterIsSampledAndSaysSo() {
        ExecutionPlan plan = plan(catalog.get("tanh"), Tensor.vector(0.1, 0.2, 0.3, 0.4, 0.5));
        NodeCheck node = GradientCheck.of(plan, 2).nodes().get(0);
        assertThat(node.checked()).isEqualTo(2);
        assertThat(node.remark()).isEqualTo("w has 5 elements: 2 of them, evenly spaced, were compared.");
    }

    private static CheckReport check(NodeType type, Tensor value) {
        return GradientCheck.of(plan(type, value));
    }

    private static ExecutionPlan plan(NodeType type, Tensor value) {
        Graph graph = Graph.of(
                List.of(
                        Node.of("w", ParamNode.TYPE, Settings.of(ParamNode.VALUE, value)),
                        Node.of("y", type, Settings.none())),
                List.of(new Edge(Source.of(NodeId.of("w")), Slot.of("y", "x"))));
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1 << 30);
        return ((Compilation.Compiled) compilation).plan();
    }
}

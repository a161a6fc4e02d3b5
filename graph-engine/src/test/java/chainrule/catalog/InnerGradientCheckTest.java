package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.check.CheckReport;
import chainrule.check.GradientCheck;
import chainrule.check.NodeCheck;
import chainrule.graph.NodeId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of the parameters inside blocks are the slopes of a loss. */
class InnerGradientCheckTest {
    private static final long SEED = 44;

    static Stream<CatalogContractTest.Case> cases() {
        return CatalogContractTest.cases().filter(c -> c.type().block());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyParameterInsideIsGreen(CatalogContractTest.Case c) {
        CheckReport report = GradientCheck.of(Trial.weighed(c.type(), c.example(), SEED));
        List<NodeId> inside = report.nodes().stream()
                .map(NodeCheck::node)
                .filter(id -> id.parent().isPresent())
                .toList();
        assertThat(inside).isNotEmpty();
        assertThat(report.nodes())
                .allSatisfy(node ->
                        assertThat(node.worst().error()).as(node.toString()).isLessThan(GradientCheck.GREEN));
        assertThat(report.passed()).isTrue();
    }
}

package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Samples;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");

    private final Graph graph =
            Samples.node("t", "tanh", 0, 0).applied(Samples.product()).graph();

    @Test
    void upstreamAndDownstreamAndBoth() {
        assertThat(Reach.upstream(graph, Set.of(P))).containsExactlyInAnyOrder(P, A, B);
        assertThat(Reach.downstream(graph, Set.of(A))).containsExactlyInAnyOrder(A, P);
        assertThat(Reach.connected(graph, Set.of(A))).containsExactlyInAnyOrder(A, P, B);
    }
}

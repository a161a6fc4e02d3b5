package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakingOutTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");
    private static final NodeId T = NodeId.of("t");
    private static final NodeId U = NodeId.of("u");

    /** p = a · b, t = tanh p, u = tanh t. */
    private final Document chain = chain();

    private static Document chain() {
        Document document = Samples.product();
        document = Samples.node("t", "tanh", 500, 100).applied(document);
        document = Samples.node("u", "tanh", 700, 100).applied(document);
        document = Samples.connect("p", "t", "x").applied(document);
        return Samples.connect("t", "u", "x").applied(document);
    }

    @Test
    void deletingReconnectsWhatTheNodeFed() {
        DeleteReconnecting command = new DeleteReconnecting(Set.of(T));
        assertThat(command.label()).isEqualTo("Delete t and reconnect");
        Document left = command.applied(chain);
        assertThat(left.graph().has(T)).isFalse();
        assertThat(left.graph().into(Slot.of("u", "x"))).contains(new Edge(Source.of(P), Slot.of("u", "x")));
    }

    @Test
    void aGroupIsHealedOverFromItsFirstInput() {
        Document left = new DeleteReconnecting(Set.of(P, T)).applied(chain);
        assertThat(left.graph().into(Slot.of("u", "x"))).contains(new Edge(Source.of(A), Slot.of("u", "x")));
        assertThat(new DeleteReconnecting(Set.of(P, T)).label()).isEqualTo("Delete 2 nodes and reconnect");
    }

    @Test
    void detachingKeepsTheNodesAndTheEdgesAmongThem() {
        Detach command = new Detach(Set.of(P, T));
        assertThat(command.label()).isEqualTo("Detach 2 nodes");
        Document left = command.applied(chain);
        assertThat(left.graph().edges())
                .containsExactlyInAnyOrder(
                        new Edge(Source.of(A), Slot.of("u", "x")), new Edge(Source.of(P), Slot.of("t", "x")));
        assertThat(new Detach(Set.of(T)).label()).isEqualTo("Detach t");
    }

    @Test
    void aSourceLeavesAGap() {
        Document left = new DeleteReconnecting(Set.of(A)).applied(chain);
        assertThat(left.graph().into(Slot.of("p", "a"))).isEmpty();
    }

    @Test
    void detachingFromAVariadicPortLeavesNoGap() {
        Document many = Samples.node("s", "add_n", 600, 100).applied(chain);
        for (int i = 0; i < 3; i++) {
            many = Samples.connect(List.of("a", "t", "u").get(i), "s", "x" + i).applied(many);
        }
        Document left = new Detach(Set.of(A, U)).applied(many);
        assertThat(left.graph().into(NodeId.of("s")))
                .containsExactly(
                        new Edge(Source.of(T), Slot.of("s", "x0")), new Edge(Source.of(T), Slot.of("s", "x1")));
    }

    @Test
    void placingMovesAndStraightens() {
        Document bent = chain.with(chain.layout().through(Slot.of("t", "x"), List.of(new Point(1, 2))));
        PlaceNodes command = new PlaceNodes("Lay out", Map.of(A, new Point(5, 6)), Set.of(Slot.of("t", "x")));
        Document placed = command.applied(bent);
        assertThat(placed.at(A)).isEqualTo(new Point(5, 6));
        assertThat(placed.layout().via()).isEmpty();
        assertThat(new PlaceNodes("Align", Map.of(A, new Point(5, 6))).applied(placed))
                .isSameAs(placed);
    }

    @Test
    void reroutePointsFollowTheirEdge() {
        Document many = Samples.node("s", "add_n", 600, 100).applied(chain);
        for (int i = 0; i < 3; i++) {
            many = Samples.connect(List.of("a", "t", "u").get(i), "s", "x" + i).applied(many);
        }
        List<Point> points = List.of(new Point(7, 7));
        Document bent = many.with(many.layout().through(Slot.of("s", "x2"), points));
        Document moved = new Disconnect(Slot.of("s", "x0")).applied(bent);
        assertThat(moved.layout().via()).containsOnly(Map.entry(Slot.of("s", "x1"), points));
        assertThat(new Delete(Set.of(U), Set.of()).applied(bent).layout().via()).isEmpty();
        Document renamed = new Rename(U, NodeId.of("v")).applied(bent);
        assertThat(renamed.layout().via()).containsOnly(Map.entry(Slot.of("s", "x2"), points));
        assertThat(new Rename(NodeId.of("s"), NodeId.of("sum"))
                        .applied(bent)
                        .layout()
                        .via())
                .containsOnly(Map.entry(Slot.of("sum", "x2"), points));
    }
}

package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.Edge;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayCommandsTest {
    private static final NodeId A = NodeId.of("a");
    private static final Slot PA = Slot.of("p", "a");
    private final Document document = Samples.product();

    @Test
    void anEdgeIsReroutedAndStraightened() {
        Reroute command = new Reroute(PA, List.of(new Point(200, 20)));
        assertThat(command.label()).isEqualTo("Reroute edge into p.a");
        Document bent = command.applied(document);
        assertThat(bent.layout().via()).containsOnly(Map.entry(PA, List.of(new Point(200, 20))));
        assertThat(command.applied(bent)).isSameAs(bent);
        Reroute back = new Reroute(PA, List.of());
        assertThat(back.label()).isEqualTo("Straighten edge into p.a");
        assertThat(back.applied(bent)).isEqualTo(document);
    }

    @Test
    void nodesCollapseAndExpand() {
        Collapse command = new Collapse(Set.of(A), true);
        assertThat(command.label()).isEqualTo("Collapse a");
        Document folded = command.applied(document);
        assertThat(folded.layout().looks()).containsOnlyKeys(A);
        assertThat(command.applied(folded)).isSameAs(folded);
        Collapse back = new Collapse(Set.of(A, NodeId.of("p")), false);
        assertThat(back.label()).isEqualTo("Expand 2 nodes");
        assertThat(back.applied(folded)).isEqualTo(document);
    }

    @Test
    void aNumberFeedsAnInput() {
        Slot slot = Slot.of("t", "x");
        Document open = Samples.node("t", "tanh", 500, 100).applied(document);
        FeedConstant command =
                new FeedConstant(Node.of("const", Samples.CATALOG.get("constant")), new Point(300, 90), slot);
        assertThat(command.label()).isEqualTo("Feed t.x with a number");
        Document fed = command.applied(open);
        assertThat(fed.graph().into(slot)).contains(new Edge(Source.of(NodeId.of("const")), slot));
        assertThat(fed.at(NodeId.of("const"))).isEqualTo(new Point(300, 90));
    }
}

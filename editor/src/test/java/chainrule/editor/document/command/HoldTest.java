package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.op.Held;
import chainrule.op.Presence;
import chainrule.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");
    private final Document document = Samples.product();

    @Test
    void anOutputIsHeldAtAValueAndLetGo() {
        Hold command = new Hold(Map.of(P, Tensor.scalar(0.25)));
        assertThat(command.label()).isEqualTo("Hold p at 0.25");
        Document held = command.applied(document);
        assertThat(held.graph().type(P).presence()).isEqualTo(Presence.HELD);
        assertThat(held.graph().node(P).settings().get(Held.VALUE)).isEqualTo(Tensor.scalar(0.25));
        assertThat(held.graph().edges()).isEqualTo(document.graph().edges());
        assertThat(command.applied(held)).isSameAs(held);
        assertThat(new TakePart(Set.of(P), Presence.ACTIVE).applied(held)).isEqualTo(document);
    }

    @Test
    void aHeldNodeIsHeldElsewhereAndABypassedOneIsHeldToo() {
        Document bypassed = new TakePart(Set.of(P), Presence.BYPASSED).applied(document);
        Document held = new Hold(Map.of(P, Tensor.scalar(1))).applied(bypassed);
        Document other = new Hold(Map.of(P, Tensor.scalar(2))).applied(held);
        assertThat(other.graph().node(P).settings().get(Held.VALUE)).isEqualTo(Tensor.scalar(2));
        assertThat(new TakePart(Set.of(P), Presence.MUTED)
                        .applied(other)
                        .graph()
                        .node(P)
                        .settings())
                .isEqualTo(document.graph().node(P).settings());
    }

    @Test
    void severalAreOneStep() {
        Hold command = new Hold(Map.of(P, Tensor.vector(1, 2), A, Tensor.scalar(3)));
        assertThat(command.label()).isEqualTo("Hold 2 nodes");
        assertThat(new Hold(Map.of(P, Tensor.vector(1, 2))).label()).isEqualTo("Hold p");
    }
}

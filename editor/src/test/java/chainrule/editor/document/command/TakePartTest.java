package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.op.Presence;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakePartTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");
    private final Document document = Samples.product();

    @Test
    void nodesAreBypassedMutedAndActiveAgain() {
        TakePart command = new TakePart(Set.of(P), Presence.BYPASSED);
        assertThat(command.label()).isEqualTo("Bypass p");
        Document bypassed = command.applied(document);
        assertThat(bypassed.graph().type(P).presence()).isEqualTo(Presence.BYPASSED);
        assertThat(bypassed.graph().edges()).isEqualTo(document.graph().edges());
        assertThat(command.applied(bypassed)).isSameAs(bypassed);
        TakePart mute = new TakePart(Set.of(A, P), Presence.MUTED);
        assertThat(mute.label()).isEqualTo("Mute 2 nodes");
        Document muted = mute.applied(bypassed);
        TakePart back = new TakePart(Set.of(A, P), Presence.ACTIVE);
        assertThat(back.label()).isEqualTo("Let 2 nodes compute");
        assertThat(back.applied(muted)).isEqualTo(document);
    }
}

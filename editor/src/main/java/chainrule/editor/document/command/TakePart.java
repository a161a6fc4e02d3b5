package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Presence;
import java.util.Set;

/** Bypasses nodes, mutes them, or lets them compute again. */
public record TakePart(Set<NodeId> nodes, Presence presence) implements Command {
    public TakePart {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes";
        return switch (presence) {
            case ACTIVE -> "Let " + what + " compute";
            case BYPASSED -> "Bypass " + what;
            case MUTED -> "Mute " + what;
        };
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        for (NodeId id : nodes) {
            Node node = graph.node(id);
            graph = node.type().presence() == presence ? graph : graph.with(node.with(presence));
        }
        return graph == document.graph() ? document : document.with(graph);
    }
}

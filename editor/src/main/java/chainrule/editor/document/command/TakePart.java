package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Presence;
import java.util.Set;

/** Bypasses nodes, mutes them, or lets them compute again. */
public record TakePart(Set<NodeId> nodes, Presence presence) implements Command {
    private static final Phrases WORDS = Phrases.of(TakePart.class);

    public TakePart {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return switch (presence) {
            case ACTIVE -> WORDS.text("nodes.active", what);
            case BYPASSED -> WORDS.text("nodes.bypass", what);
            case MUTED -> WORDS.text("nodes.mute", what);
            case HELD -> WORDS.text("nodes.hold", what);
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

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Healing;
import chainrule.graph.NodeId;
import java.util.Set;

/** Deletes nodes and heals the wires that led through them. */
public record DeleteReconnecting(Set<NodeId> nodes) implements Command {
    public DeleteReconnecting {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes";
        return "Delete " + what + " and reconnect";
    }

    @Override
    public Document applied(Document document) {
        Document healed = document.with(Healing.around(document.graph(), nodes));
        return new Delete(nodes, Set.of()).applied(healed);
    }
}

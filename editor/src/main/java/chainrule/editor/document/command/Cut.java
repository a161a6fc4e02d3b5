package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import java.util.Set;

/** Deletes nodes that have been copied. */
public record Cut(Set<NodeId> nodes) implements Command {
    public Cut {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return "Cut " + (nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes");
    }

    @Override
    public Document applied(Document document) {
        return new Delete(nodes, Set.of()).applied(document);
    }
}

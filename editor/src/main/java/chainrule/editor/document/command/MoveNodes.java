package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import java.util.Set;

/** Moves nodes by a distance in canvas pixels. */
public record MoveNodes(Set<NodeId> nodes, double dx, double dy) implements Command {
    public MoveNodes {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return nodes.size() == 1 ? "Move " + nodes.iterator().next() : "Move " + nodes.size() + " nodes";
    }

    @Override
    public Document applied(Document document) {
        if (dx == 0 && dy == 0) {
            return document;
        }
        Layout layout = document.layout();
        for (NodeId node : nodes) {
            layout = layout.placed(node, layout.of(node).plus(dx, dy));
        }
        return document.with(layout);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import java.util.Set;

/** Shows the titles of nodes only, or all of them again. */
public record Collapse(Set<NodeId> nodes, boolean titleOnly) implements Command {
    public Collapse {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes";
        return (titleOnly ? "Collapse " : "Expand ") + what;
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout();
        for (NodeId node : nodes) {
            layout = layout.collapsed(node, titleOnly);
        }
        return layout == document.layout() ? document : document.with(layout);
    }
}

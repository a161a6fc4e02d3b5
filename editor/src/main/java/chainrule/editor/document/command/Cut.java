package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.graph.NodeId;
import java.util.Set;

/** Deletes nodes, frames and notes that have been copied. */
public record Cut(Set<NodeId> nodes, Set<RemarkId> remarks) implements Command {
    public Cut {
        nodes = Set.copyOf(nodes);
        remarks = Set.copyOf(remarks);
    }

    @Override
    public String label() {
        if (nodes.isEmpty()) {
            return "Cut " + (remarks.size() == 1 ? remarks.iterator().next().name() : remarks.size() + " remarks");
        }
        return "Cut " + (nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes");
    }

    @Override
    public Document applied(Document document) {
        return new Delete(nodes, Set.of(), remarks).applied(document);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Packing;
import chainrule.graph.NodeId;
import chainrule.op.Catalog;
import java.util.Set;

/**
 * Puts nodes into a new block of the learner's own, which stands where they stood.
 *
 * @param base the catalogue without the learner's own blocks
 */
public record MakeBlock(Set<NodeId> nodes, String name, Catalog base) implements Command {
    public MakeBlock {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return "Make block " + name;
    }

    @Override
    public Document applied(Document document) {
        return Packing.packed(document, nodes, name, base);
    }
}

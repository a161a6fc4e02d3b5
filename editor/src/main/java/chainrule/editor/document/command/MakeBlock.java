package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Packing;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.util.Set;

/**
 * Puts nodes into a new block of the learner's own, which stands where they stood.
 *
 * @param base the catalogue without the learner's own blocks
 */
public record MakeBlock(Set<NodeId> nodes, String name, Catalog base) implements Command {
    private static final Phrases WORDS = Phrases.of(MakeBlock.class);

    public MakeBlock {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return WORDS.text("block.make", name);
    }

    @Override
    public Document applied(Document document) {
        return Packing.packed(document, nodes, name, base);
    }
}

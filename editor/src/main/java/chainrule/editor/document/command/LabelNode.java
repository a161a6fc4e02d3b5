package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;

/** Writes something on a node in place of its type's name; nothing shows that again. */
public record LabelNode(NodeId node, String text) implements Command {
    private static final Phrases WORDS = Phrases.of(LabelNode.class);

    @Override
    public String label() {
        return WORDS.text(text.isEmpty() ? "node.unlabel" : "node.label", node, text);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().with(document.node(node).withLabel(text)));
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.io.Point;
import chainrule.language.Phrases;

/** Adds a node at a place. */
public record AddNode(Node node, Point at) implements Command {
    private static final Phrases WORDS = Phrases.of(AddNode.class);

    @Override
    public String label() {
        return WORDS.text("node.add", node.id());
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().with(node)).with(document.layout().placed(node.id(), at));
    }
}

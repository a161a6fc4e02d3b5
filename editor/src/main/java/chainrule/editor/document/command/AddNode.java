package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.io.Point;

/** Adds a node at a place. */
public record AddNode(Node node, Point at) implements Command {
    @Override
    public String label() {
        return "Add " + node.id();
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().with(node)).with(document.layout().placed(node.id(), at));
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;

/** Adds a node with a number and leads it into an input. */
public record FeedConstant(Node node, Point at, Slot slot) implements Command {
    @Override
    public String label() {
        return "Feed " + slot + " with a number";
    }

    @Override
    public Document applied(Document document) {
        Document added = new AddNode(node, at).applied(document);
        return new Connect(Source.of(node.id()), slot).applied(added);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.language.Phrases;

/** Adds a node with a number and leads it into an input. */
public record FeedConstant(Node node, Point at, Slot slot) implements Command {
    private static final Phrases WORDS = Phrases.of(FeedConstant.class);

    @Override
    public String label() {
        return WORDS.text("slot.feed", slot);
    }

    @Override
    public Document applied(Document document) {
        Document added = new AddNode(node, at).applied(document);
        return new Connect(Source.of(node.id()), slot).applied(added);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;

/** Draws an edge; one that leads into the same slot goes. */
public record Connect(Source from, Slot to) implements Command {
    private static final Phrases WORDS = Phrases.of(Connect.class);

    @Override
    public String label() {
        return WORDS.text("edge.connect", from, to);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().connected(from, to));
    }
}

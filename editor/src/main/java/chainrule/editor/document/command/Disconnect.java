package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Slot;
import chainrule.language.Phrases;

/** Takes an edge away. */
public record Disconnect(Slot slot) implements Command {
    private static final Phrases WORDS = Phrases.of(Disconnect.class);

    @Override
    public String label() {
        return WORDS.text("edge.disconnect", slot);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().disconnected(slot));
    }
}

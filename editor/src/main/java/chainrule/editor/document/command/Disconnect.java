package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Slot;

/** Takes an edge away. */
public record Disconnect(Slot slot) implements Command {
    @Override
    public String label() {
        return "Disconnect " + slot;
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().disconnected(slot));
    }
}

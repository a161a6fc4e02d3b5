package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.GraphFile;

/** Puts what an earlier run of the program kept in place of what was saved. */
public record Recover(GraphFile file) implements Command {
    @Override
    public String label() {
        return "Recover unsaved changes";
    }

    @Override
    public Document applied(Document document) {
        return document.with(file);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.GraphFile;

/** Puts a graph back to how a lesson begins with it. */
public record StartOver(GraphFile file) implements Command {
    @Override
    public String label() {
        return "Start again";
    }

    @Override
    public Document applied(Document document) {
        return document.file().equals(file) ? document : document.with(file);
    }
}

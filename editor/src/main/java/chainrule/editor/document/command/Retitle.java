package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;

/** Gives the document another title. */
public record Retitle(String title) implements Command {
    @Override
    public String label() {
        return "Change title";
    }

    @Override
    public Document applied(Document document) {
        return title.equals(document.file().title())
                ? document
                : document.with(document.file().titled(title));
    }
}

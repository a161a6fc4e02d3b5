package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;

/** Gives a note another text. */
public record EditNote(RemarkId id, String text) implements Command {
    @Override
    public String label() {
        return "Edit note";
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).notes(note -> note.id().equals(id.name()) ? note.saying(text) : note);
    }
}

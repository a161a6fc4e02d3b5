package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Remarks;
import chainrule.io.Note;

/** Puts a note on the canvas. */
public record AddNote(Note note) implements Command {
    @Override
    public String label() {
        return "Add note";
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).with(note);
    }
}

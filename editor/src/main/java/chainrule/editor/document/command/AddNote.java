package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Remarks;
import chainrule.io.Note;
import chainrule.language.Phrases;

/** Puts a note on the canvas. */
public record AddNote(Note note) implements Command {
    private static final Phrases WORDS = Phrases.of(AddNote.class);

    @Override
    public String label() {
        return WORDS.text("note.add");
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).with(note);
    }
}

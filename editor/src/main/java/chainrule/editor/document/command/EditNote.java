package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.language.Phrases;

/** Gives a note another text. */
public record EditNote(RemarkId id, String text) implements Command {
    private static final Phrases WORDS = Phrases.of(EditNote.class);

    @Override
    public String label() {
        return WORDS.text("note.edit");
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).notes(note -> note.id().equals(id.name()) ? note.saying(text) : note);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.io.Point;
import chainrule.language.Phrases;

/**
 * Gives a frame or a note another size.
 *
 * @param at its new top left corner
 * @param size width and height
 */
public record ResizeRemark(RemarkId id, Point at, Point size) implements Command {
    private static final Phrases WORDS = Phrases.of(ResizeRemark.class);

    @Override
    public String label() {
        return WORDS.text("remark.resize", id);
    }

    @Override
    public Document applied(Document document) {
        Document framed =
                new Remarks(document).frames(frame -> frame.id().equals(id.name()) ? frame.placed(at, size) : frame);
        return new Remarks(framed).notes(note -> note.id().equals(id.name()) ? note.placed(at, size) : note);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;

/** Gives a frame another title. */
public record RetitleFrame(RemarkId id, String title) implements Command {
    @Override
    public String label() {
        return "Change title of frame";
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).frames(frame -> frame.id().equals(id.name()) ? frame.titled(title) : frame);
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.language.Phrases;

/** Gives a frame another title. */
public record RetitleFrame(RemarkId id, String title) implements Command {
    private static final Phrases WORDS = Phrases.of(RetitleFrame.class);

    @Override
    public String label() {
        return WORDS.text("frame.title");
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document).frames(frame -> frame.id().equals(id.name()) ? frame.titled(title) : frame);
    }
}

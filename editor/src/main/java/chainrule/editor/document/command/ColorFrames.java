package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.language.Phrases;
import java.util.Set;

/** Gives frames another colour: a word, or nothing for grey. */
public record ColorFrames(Set<RemarkId> ids, String color) implements Command {
    private static final Phrases WORDS = Phrases.of(ColorFrames.class);

    public ColorFrames {
        ids = Set.copyOf(ids);
    }

    @Override
    public String label() {
        return WORDS.text("frame.color", WORDS.text(color.isEmpty() ? "frame.grey" : "color." + color));
    }

    @Override
    public Document applied(Document document) {
        return new Remarks(document)
                .frames(frame -> ids.contains(new RemarkId(frame.id())) ? frame.colored(color) : frame);
    }
}

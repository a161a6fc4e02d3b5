package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.language.Phrases;

/** Gives the document another title. */
public record Retitle(String title) implements Command {
    private static final Phrases WORDS = Phrases.of(Retitle.class);

    @Override
    public String label() {
        return WORDS.text("title.change");
    }

    @Override
    public Document applied(Document document) {
        return title.equals(document.file().title())
                ? document
                : document.with(document.file().titled(title));
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;

/** Puts a graph back to how a lesson begins with it. */
public record StartOver(GraphFile file) implements Command {
    private static final Phrases WORDS = Phrases.of(StartOver.class);

    @Override
    public String label() {
        return WORDS.text("page.again");
    }

    @Override
    public Document applied(Document document) {
        return document.file().equals(file) ? document : document.with(file);
    }
}

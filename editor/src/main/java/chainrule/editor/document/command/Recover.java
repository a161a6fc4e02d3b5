package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;

/** Puts what an earlier run of the program kept in place of what was saved. */
public record Recover(GraphFile file) implements Command {
    private static final Phrases WORDS = Phrases.of(Recover.class);

    @Override
    public String label() {
        return WORDS.text("file.recover");
    }

    @Override
    public Document applied(Document document) {
        return document.with(file);
    }
}

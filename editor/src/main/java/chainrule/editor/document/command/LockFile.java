package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.language.Phrases;
import java.util.Optional;

/** Has a document only be read, or lets it be changed again. */
public record LockFile(boolean locked) implements Command {
    private static final Phrases WORDS = Phrases.of(LockFile.class);

    @Override
    public String label() {
        return WORDS.text(locked ? "file.lock" : "file.unlock");
    }

    /** It is the way out of itself. */
    @Override
    public Optional<String> refusal(Document document) {
        return Optional.empty();
    }

    @Override
    public Document applied(Document document) {
        return document.file().locked() == locked
                ? document
                : document.with(document.file().locked(locked));
    }
}

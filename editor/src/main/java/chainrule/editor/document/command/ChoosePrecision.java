package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.language.Phrases;
import chainrule.tensor.Precision;
import java.util.Locale;

/** Chooses how many bits a number has. */
public record ChoosePrecision(Precision precision) implements Command {
    private static final Phrases WORDS = Phrases.of(ChoosePrecision.class);

    @Override
    public String label() {
        return WORDS.text("precision.choose", precision.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.file().with(precision));
    }
}

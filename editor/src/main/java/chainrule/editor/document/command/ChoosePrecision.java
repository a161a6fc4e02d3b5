package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.tensor.Precision;
import java.util.Locale;

/** Chooses how many bits a number has. */
public record ChoosePrecision(Precision precision) implements Command {
    @Override
    public String label() {
        return "Compute in " + precision.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.file().with(precision));
    }
}

package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.train.Training;

/** Changes how the graph is trained. */
public record ChangeTraining(Training training) implements Command {
    @Override
    public String label() {
        return "Change training";
    }

    @Override
    public Document applied(Document document) {
        boolean same = document.file().trained().filter(training::equals).isPresent();
        return same ? document : document.with(document.file().trained(training));
    }
}

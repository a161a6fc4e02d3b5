package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.language.Phrases;
import chainrule.train.Training;

/** Changes how the graph is trained. */
public record ChangeTraining(Training training) implements Command {
    private static final Phrases WORDS = Phrases.of(ChangeTraining.class);

    @Override
    public String label() {
        return WORDS.text("training.change");
    }

    @Override
    public Document applied(Document document) {
        boolean same = document.file().trained().filter(training::equals).isPresent();
        return same ? document : document.with(document.file().trained(training));
    }
}

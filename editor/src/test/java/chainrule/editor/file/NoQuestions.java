package chainrule.editor.file;

import java.nio.file.Path;
import java.util.Optional;

/** A learner who closes every question. */
final class NoQuestions implements Questions {
    @Override
    public Optional<Path> fileToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        return Optional.empty();
    }

    @Override
    public Unsaved unsaved(String name) {
        return Unsaved.CANCEL;
    }

    @Override
    public boolean mayReplace(Path path) {
        return false;
    }
}

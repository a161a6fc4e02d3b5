package chainrule.editor.file;

import java.nio.file.Path;
import java.util.Optional;

/** What the learner is asked about files. An empty answer means that the question was closed. */
public interface Questions {
    /** What becomes of changes that are not saved. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Which file to open. */
    Optional<Path> fileToOpen();

    /** Where to save; {@code suggested} is offered. */
    Optional<Path> fileToSave(String suggested);

    /** Where to write a picture; {@code suggested} is offered. */
    default Optional<Path> pictureToSave(String suggested) {
        return fileToSave(suggested);
    }

    /** What becomes of the changes of a document of this name. */
    Unsaved unsaved(String name);

    /** Whether a file that is there may be replaced. */
    boolean mayReplace(Path path);
}

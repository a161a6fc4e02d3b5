package chainrule.app;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the editor. */
@Command(name = "edit", description = "Opens the editor; this is what chainrule does when no command is named.")
final class EditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Graph files to open, or preset:ID.")
    private List<String> words = List.of();

    private final Library library;
    private final EditorStarter editor;

    EditCommand(Library library, EditorStarter editor) {
        this.library = library;
        this.editor = editor;
    }

    @Override
    public Integer call() {
        return open(words);
    }

    /** Opens the editor on these files. */
    int open(List<String> files) {
        for (String word : files) {
            if (word.matches("[a-z]+") && !Files.exists(Library.path(word))) {
                throw Refusal.unusable(
                        "There is no command %1$s and no file %1$s; “chainrule --help” lists the commands."
                                .formatted(word));
            }
            library.open(word);
        }
        if (GraphicsEnvironment.isHeadless()) {
            throw Refusal.unusable("The editor needs a display, and there is none here.");
        }
        return editor.start(files, library);
    }
}

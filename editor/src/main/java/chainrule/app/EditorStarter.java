package chainrule.app;

import java.util.List;

/** Opens the window; the command line knows no more of it. */
@FunctionalInterface
interface EditorStarter {
    /**
     * Opens the window and comes back when it is closed.
     *
     * @param words the files and presets to open, each a path or {@code preset:ID}; they can be read
     * @param library where they are found
     * @return how the program exits
     */
    int start(List<String> words, Library library);
}

package chainrule.app;

import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.op.Catalog;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the words of a call find their graphs: files and presets. */
final class Library {
    /** What the word for a preset begins with. */
    static final String PRESET = "preset:";

    private final Catalog catalog;
    private final PresetCatalog presets;

    Library(Catalog catalog) {
        this.catalog = catalog;
        this.presets = new PresetCatalog(catalog);
    }

    Catalog catalog() {
        return catalog;
    }

    PresetCatalog presets() {
        return presets;
    }

    /**
     * The graph that a word names.
     *
     * @throws Refusal where there is none, or it cannot be read
     */
    Opened open(String word) {
        if (word.startsWith(PRESET)) {
            String id = word.substring(PRESET.length());
            Preset preset = presets.find(id)
                    .orElseThrow(() ->
                            Refusal.unusable("There is no preset %s; “chainrule presets” lists them.".formatted(id)));
            return new Opened(word, preset.file());
        }
        return new Opened(word, read(path(word)));
    }

    /**
     * The place that a word names on disk.
     *
     * @throws Refusal where it is no path
     */
    static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException bad) {
            throw Refusal.unusable("“%s” cannot be the name of a file.".formatted(word));
        }
    }

    private GraphFile read(Path path) {
        if (presets.find(path.toString()).isPresent() && !Files.exists(path)) {
            throw Refusal.unusable("There is no file %1$s; the preset is called %2$s%1$s.".formatted(path, PRESET));
        }
        try {
            return GraphFiles.read(path, catalog);
        } catch (FileProblem problem) {
            throw Refusal.unusable(problem.sentence());
        }
    }
}

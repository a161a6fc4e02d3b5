package chainrule.editor.file;

import chainrule.io.Extras;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.op.Catalog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that an earlier run of the program kept and did not save.
 *
 * @param side the file that it is in
 * @param origin where the document came from
 * @param time when it was kept
 */
public record Recovered(Path side, Origin origin, Instant time, GraphFile file) {
    private static final System.Logger FAULTS = System.getLogger(Recovered.class.getName());
    private static final String FIELD = "recovered-from";
    private static final String QUOTE = "\"";
    private static final String PRESET = "preset:";

    /** A graph file with a field that says where it came from. */
    static GraphFile marked(GraphFile file, Origin origin) {
        String from = origin instanceof Origin.OnDisk disk
                ? disk.path().toUri().toString()
                : origin instanceof Origin.Preset preset ? PRESET + preset.id() : "";
        return file.with(file.extras().with(new Extras(Map.of(FIELD, QUOTE + from + QUOTE), Map.of(), Map.of())));
    }

    /** The document of a side file; empty where it cannot be read. */
    static Optional<Recovered> read(Path side, Catalog catalog) {
        try {
            GraphFile file = GraphFiles.read(side, catalog);
            Map<String, String> top = new LinkedHashMap<>(file.extras().top());
            String from = Objects.requireNonNullElse(top.remove(FIELD), "").replace(QUOTE, "");
            Extras all = file.extras();
            GraphFile clean = file.with(new Extras(top, all.nodes(), all.edges(), all.marks()));
            return Optional.of(new Recovered(
                    side, origin(from), Files.getLastModifiedTime(side).toInstant(), clean));
        } catch (FileProblem | IOException broken) {
            FAULTS.log(System.Logger.Level.DEBUG, "recovery file", broken);
            return Optional.empty();
        }
    }

    private static Origin origin(String from) {
        if (from.startsWith(PRESET)) {
            return new Origin.Preset(from.substring(PRESET.length()));
        }
        try {
            return from.isEmpty() ? new Origin.Nowhere() : new Origin.OnDisk(Path.of(URI.create(from)));
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return new Origin.Nowhere();
        }
    }
}

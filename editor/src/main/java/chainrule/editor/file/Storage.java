package chainrule.editor.file;

import chainrule.editor.picture.CarriedGraph;
import chainrule.editor.picture.PictureFormat;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.io.GraphJson;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes graph files. */
public interface Storage {
    /** Largest picture that is looked into, in bytes. */
    long MOST = 200_000_000;

    /** The real files. */
    static Storage onDisk(Catalog catalog) {
        return new Storage() {
            @Override
            public GraphFile read(Path path) throws FileProblem {
                boolean picture = PictureFormat.of(path).isPresent() && Files.isRegularFile(path);
                return picture ? carried(path, catalog) : GraphFiles.read(path, catalog);
            }

            @Override
            public void write(GraphFile file, Path path) throws FileProblem {
                Backup.keep(path);
                GraphFiles.write(path, file);
            }
        };
    }

    /** Reads a graph file, or the graph that a picture carries. */
    GraphFile read(Path path) throws FileProblem;

    private static GraphFile carried(Path picture, Catalog catalog) throws FileProblem {
        try {
            String text = Files.size(picture) > MOST
                    ? ""
                    : CarriedGraph.of(Files.readAllBytes(picture)).orElse("");
            if (text.isEmpty()) {
                throw new FileProblem(Phrases.of(Storage.class).text("storage.noGraph", picture.getFileName()));
            }
            return GraphJson.read(text, catalog);
        } catch (IOException refused) {
            throw new FileProblem(Phrases.of(Storage.class).text("storage.refused", picture.getFileName()));
        }
    }

    /** Writes all of the file or leaves what was there, and keeps what was there beside it. */
    void write(GraphFile file, Path path) throws FileProblem;
}

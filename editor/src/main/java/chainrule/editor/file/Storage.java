package chainrule.editor.file;

import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.op.Catalog;
import java.nio.file.Path;

/** Reads and writes graph files. */
public interface Storage {
    /** The real files. */
    static Storage onDisk(Catalog catalog) {
        return new Storage() {
            @Override
            public GraphFile read(Path path) throws FileProblem {
                return GraphFiles.read(path, catalog);
            }

            @Override
            public void write(GraphFile file, Path path) throws FileProblem {
                Backup.keep(path);
                GraphFiles.write(path, file);
            }
        };
    }

    GraphFile read(Path path) throws FileProblem;

    /** Writes all of the file or leaves what was there, and keeps what was there beside it. */
    void write(GraphFile file, Path path) throws FileProblem;
}

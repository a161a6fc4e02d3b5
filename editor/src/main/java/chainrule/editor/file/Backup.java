package chainrule.editor.file;

import chainrule.io.FileProblem;
import chainrule.language.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The version of a file before the last save, beside it: {@code net.chainrule.json.bak}. */
final class Backup {
    private static final Phrases WORDS = Phrases.of(Backup.class);
    private static final System.Logger FAULTS = System.getLogger(Backup.class.getName());

    private Backup() {}

    /**
     * Keeps what is there now, in place of an older backup. Where that is not possible, saving goes on without.
     *
     * @throws FileProblem where the file is read-only, so that it should not be saved at all
     */
    static void keep(Path path) throws FileProblem {
        if (!Files.isRegularFile(path)) {
            return;
        }
        if (!Files.isWritable(path)) {
            throw new FileProblem(WORDS.text("save.readOnly", path.getFileName()));
        }
        try {
            Path real = path.toRealPath();
            Path fresh = real.resolveSibling("." + UUID.randomUUID() + ".chainrule.tmp");
            try {
                Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(fresh, of(real), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException none) {
            FAULTS.log(System.Logger.Level.DEBUG, "no backup", none);
        }
    }

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }
}

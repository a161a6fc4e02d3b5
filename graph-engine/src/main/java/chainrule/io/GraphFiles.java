package chainrule.io;

import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Graph files on disk. Every refusal names the file. */
public final class GraphFiles {
    private static final Phrases WORDS = Phrases.of(GraphFiles.class);

    private GraphFiles() {}

    /**
     * @throws FileProblem where the file cannot be read, or holds no graph
     */
    public static GraphFile read(Path path, Catalog catalog) throws FileProblem {
        String text = text(path);
        try {
            return GraphJson.read(text, catalog);
        } catch (FileProblem problem) {
            throw new FileProblem(path.getFileName() + ": " + problem.sentence());
        }
    }

    /**
     * Writes a file so that at every moment either the old or the new one is there in full.
     *
     * @throws FileProblem where it cannot be written; the old one is untouched then
     */
    public static void write(Path path, GraphFile file) throws FileProblem {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new FileProblem(WORDS.text("graphFiles.folderGraphWrittenFile", path));
        }
        if (!Files.isDirectory(folder)) {
            throw new FileProblem(WORDS.text("graphFiles.cannotWrittenThereNoFolder", path, folder));
        }
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            replace(target, GraphJson.write(file).getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw new FileProblem(WORDS.text("graphFiles.couldNotWritten", path, reason(refused)));
        }
    }

    private static String text(Path path) throws FileProblem {
        if (!Files.exists(path)) {
            throw new FileProblem(WORDS.text("graphFiles.thereNoFile", path));
        }
        if (Files.isDirectory(path)) {
            throw new FileProblem(WORDS.text("graphFiles.folderGraphReadFromFile", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = Files.size(path) > Json.MOST_BYTES ? null : in.readNBytes(Json.MOST_BYTES + 1);
            if (bytes == null || bytes.length > Json.MOST_BYTES) {
                throw new FileProblem(
                        path.getFileName() + ": " + Json.tooLarge().sentence());
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new FileProblem(WORDS.text("graphFiles.notTextUtf8As", path));
        } catch (IOException refused) {
            throw new FileProblem(WORDS.text("graphFiles.couldNotRead", path, reason(refused)));
        }
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path fresh = target.resolveSibling("." + UUID.randomUUID() + ".chainrule.tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            keepPermissions(target, fresh);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void keepPermissions(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return WORDS.text("graphFiles.accountMayNot");
        }
        String reason = refused instanceof FileSystemException file ? file.getReason() : refused.getMessage();
        return reason == null ? WORDS.text("graphFiles.systemGivesNoReason") : reason;
    }
}

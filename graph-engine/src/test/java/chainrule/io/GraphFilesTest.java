package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.catalog.StandardCatalog;
import chainrule.op.Catalog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFilesTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    @TempDir
    Path folder;

    @Test
    void aFileThatIsWrittenIsReadBack() throws Exception {
        Path path = folder.resolve("größe.chainrule.json");
        GraphFile file = GraphFile.untitled().titled("größer → 😀");
        GraphFiles.write(path, file);

        assertThat(GraphFiles.read(path, CATALOG)).isEqualTo(file);
        assertThat(Files.readString(path)).isEqualTo(GraphJson.write(file));
        assertThat(left()).containsExactly(path);
    }

    @Test
    void writingReplacesTheOldFileAndKeepsItsPermissions() throws Exception {
        Path path = folder.resolve("a.json");
        Files.writeString(path, "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        GraphFiles.write(path, GraphFile.untitled());

        assertThat(GraphFiles.read(path, CATALOG)).isEqualTo(GraphFile.untitled());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-----");
        assertThat(left()).containsExactly(path);
    }

    @Test
    void writingThroughALinkKeepsTheLink() throws Exception {
        Path real = folder.resolve("real.json");
        Path link = folder.resolve("link.json");
        Files.writeString(real, "old");
        Files.createSymbolicLink(link, real);
        GraphFiles.write(link, GraphFile.untitled());

        assertThat(link).isSymbolicLink();
        assertThat(GraphFiles.read(real, CATALOG)).isEqualTo(GraphFile.untitled());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Path missing = folder.resolve("missing.json");
        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {'{', (byte) 0xff, (byte) 0xfe});
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, "{\"format\": \"chainrule\", \"version\": 2}");
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }

        assertThat(unread(missing)).isEqualTo("There is no file %s.".formatted(missing));
        assertThat(unread(folder)).isEqualTo("%s is a folder: a graph is read from a file.".formatted(folder));
        assertThat(unread(binary)).isEqualTo("%s is not a text in UTF-8, as graph files are.".formatted(binary));
        assertThat(unread(wrong))
                .isEqualTo(
                        "wrong.json: The file is of version 2, and this program reads up to version 1: a newer Chainrule can open it.");
        assertThat(unread(huge)).isEqualTo("huge.json: The file has more than 64 MiB, which is the most that is read.");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("no").resolve("a.json");

        assertThat(unwritten(folder)).isEqualTo("%s is a folder: a graph is written to a file.".formatted(folder));
        assertThat(unwritten(nowhere))
                .isEqualTo("%s cannot be written: there is no folder %s.".formatted(nowhere, nowhere.getParent()));
    }

    private static String unread(Path path) {
        return catchThrowableOfType(FileProblem.class, () -> GraphFiles.read(path, CATALOG))
                .sentence();
    }

    private static String unwritten(Path path) {
        return catchThrowableOfType(FileProblem.class, () -> GraphFiles.write(path, GraphFile.untitled()))
                .sentence();
    }

    private Stream<Path> left() throws IOException {
        return Files.list(folder);
    }
}

package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chainrule.editor.document.Samples;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    private final Storage storage = Storage.onDisk(Samples.CATALOG);
    private final GraphFile file = Samples.product().file();

    @Test
    void aSaveKeepsTheVersionBeforeAndNoOther() throws Exception {
        Path path = folder.resolve("net.chainrule.json");
        storage.write(file.titled("one"), path);
        assertThat(Backup.of(path)).doesNotExist();
        storage.write(file.titled("two"), path);
        storage.write(file.titled("three"), path);
        assertThat(storage.read(path).title()).isEqualTo("three");
        assertThat(storage.read(Backup.of(path)).title()).isEqualTo("two");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void aFolderInPlaceOfTheBackupDoesNotKeepFromSaving() throws Exception {
        Path path = folder.resolve("net.chainrule.json");
        storage.write(file.titled("one"), path);
        Files.createDirectories(Backup.of(path).resolve("full"));
        storage.write(file.titled("two"), path);
        assertThat(storage.read(path).title()).isEqualTo("two");
    }

    @Test
    void aReadOnlyFileIsLeftAlone() throws Exception {
        Path path = folder.resolve("net.chainrule.json");
        storage.write(file, path);
        assumeThat(path.toFile().setReadOnly() && !Files.isWritable(path)).isTrue();
        assertThatThrownBy(() -> storage.write(file.titled("two"), path))
                .isInstanceOf(FileProblem.class)
                .hasMessage("net.chainrule.json is read-only: save under another name.");
    }
}

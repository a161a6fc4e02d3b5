package chainrule.editor.file;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The file to which faults of the program are written, for whoever is told of them. Begun anew when it gets long. */
public record FaultLog(Path file) {
    /** How long it may get, in bytes. */
    static final long MOST = 1_000_000;

    /** That of this account. */
    public static FaultLog ofThisAccount() {
        return new FaultLog(StateFolder.ofThisAccount().resolve("faults.log"));
    }

    /** Whether anything was written. */
    public boolean isThere() {
        return Files.exists(file);
    }

    /** Writes where a fault arose; a disk that refuses it is nothing to tell. */
    public synchronized void add(Throwable fault) {
        StringWriter text = new StringWriter();
        text.append(Instant.now().toString()).append(System.lineSeparator());
        fault.printStackTrace(new PrintWriter(text, true));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean full = Files.exists(file) && Files.size(file) > MOST;
            Files.writeString(
                    file,
                    text.toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        } catch (IOException refused) {
            System.getLogger(FaultLog.class.getName()).log(System.Logger.Level.DEBUG, "no fault log", refused);
        }
    }
}

package chainrule.editor.file;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.io.FileProblem;
import chainrule.io.GraphFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the changes of one document are kept that are not saved. It is written a little after the first change that it
 * lacks, and goes when they are saved or discarded. The document is handed over on the thread of its history and written
 * on another.
 */
public final class SideFile implements AutoCloseable {
    private static final System.Logger FAULTS = System.getLogger(SideFile.class.getName());

    /** The file, and what makes its folder ready. */
    record Place(Path file, Preparation ready) {}

    /** Makes ready for writing. */
    interface Preparation {
        void run() throws IOException;
    }

    /** What is to be kept. */
    private record Snapshot(Document document, Origin origin) {}

    private final Place place;
    private final History history;
    private final Supplier<Origin> origin;
    private final AtomicReference<@Nullable Snapshot> waiting = new AtomicReference<>();
    private @Nullable Executor writer;
    private Duration delay = Duration.ZERO;
    private @Nullable Document kept;
    private boolean closed;

    SideFile(Place place, History history, Supplier<Origin> origin) {
        this.place = place;
        this.history = history;
        this.origin = origin;
    }

    void watch(Executor thread, Duration latest) {
        writer = thread;
        delay = latest;
        history.onChange(this::changed);
        changed();
    }

    /** The document is closed: nothing is kept. */
    @Override
    public void close() {
        closed = true;
        forget();
    }

    private void changed() {
        Document document = history.document();
        if (closed) {
            return;
        }
        if (!history.dirty()) {
            forget();
        } else if (document != kept) {
            kept = document;
            boolean idle = waiting.getAndSet(new Snapshot(document, origin.get())) == null;
            if (idle && writer != null) {
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, writer)
                        .execute(this::write);
            }
        }
    }

    private void forget() {
        if (kept != null && writer != null) {
            kept = null;
            waiting.set(null);
            writer.execute(this::delete);
        }
    }

    private void write() {
        Snapshot snapshot = waiting.getAndSet(null);
        if (snapshot == null) {
            return;
        }
        try {
            place.ready().run();
            GraphFiles.write(place.file(), Recovered.marked(snapshot.document().file(), snapshot.origin()));
        } catch (FileProblem | IOException refused) {
            FAULTS.log(System.Logger.Level.DEBUG, "not kept for recovery", refused);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(place.file());
        } catch (IOException stays) {
            FAULTS.log(System.Logger.Level.DEBUG, "recovery file stays", stays);
        }
    }
}

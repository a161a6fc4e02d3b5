package chainrule.editor.file;

import chainrule.editor.document.History;
import chainrule.op.Catalog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is not saved in side files, never in the learner's own, so that the end of the program or of the machine
 * loses at most a few seconds. Each run of the program has a folder with a lock; a folder without one is of a run that
 * did not end as it should.
 */
public final class Recovery implements AutoCloseable {
    static final String ENDING = ".json";

    private static final System.Logger FAULTS = System.getLogger(Recovery.class.getName());
    private static final String LOCK = "lock";

    private final Path sessions;
    private final Path own;
    private final Catalog catalog;
    private final Duration delay;
    private final Executor writer;
    private @Nullable FileChannel lock;

    /**
     * @param sessions the folder of all runs' folders
     * @param delay how long after a change it is written at the latest
     * @param writer the thread that writes
     */
    public Recovery(Path sessions, Catalog catalog, Duration delay, Executor writer) {
        this.sessions = sessions;
        this.own = sessions.resolve(UUID.randomUUID().toString());
        this.catalog = catalog;
        this.delay = delay;
        this.writer = writer;
    }

    /** Keeps a document from now on, where it has changes that are not saved. */
    public SideFile watch(History history, Supplier<Origin> origin) {
        SideFile side =
                new SideFile(new SideFile.Place(own.resolve(UUID.randomUUID() + ENDING), this::hold), history, origin);
        side.watch(writer, delay);
        return side;
    }

    /** What runs have left that did not end as they should, the latest first. */
    public List<Recovered> left() {
        List<Recovered> left = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(sessions, Files::isDirectory)) {
            for (Path folder : folders) {
                if (!folder.equals(own) && isAbandoned(folder)) {
                    left.addAll(in(folder));
                }
            }
        } catch (IOException none) {
            FAULTS.log(System.Logger.Level.DEBUG, "no recovery folder", none);
        }
        left.sort(Comparator.comparing(Recovered::time).reversed());
        return left;
    }

    /** Deletes what was left, once this run has had the time to keep it itself. */
    public void discard(Recovered recovered) {
        CompletableFuture.delayedExecutor(2 * delay.toMillis(), TimeUnit.MILLISECONDS, writer)
                .execute(() -> delete(recovered.side()));
    }

    /** The program ends as it should: nothing is left of this run. */
    @Override
    public void close() {
        writer.execute(this::release);
    }

    /** Makes this run's folder and its lock, when there is something to keep. */
    private synchronized void hold() throws IOException {
        if (lock == null || !Files.isDirectory(own)) {
            Files.createDirectories(own);
            FileChannel channel =
                    FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                FAULTS.log(System.Logger.Level.DEBUG, "the lock of this run is held elsewhere: {0}", own);
            }
            lock = channel;
        }
    }

    private void release() {
        if (dropLock()) {
            try {
                sweep(own);
            } catch (IOException kept) {
                FAULTS.log(System.Logger.Level.DEBUG, "recovery folder stays", kept);
            }
        }
    }

    /** Lets go of the lock and leaves the files, as the end of the process does; whether there was one. */
    synchronized boolean dropLock() {
        FileChannel held = lock;
        lock = null;
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException gone) {
            FAULTS.log(System.Logger.Level.DEBUG, "lock", gone);
        }
        return held != null;
    }

    private List<Recovered> in(Path folder) {
        List<Recovered> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                Recovered.read(file, catalog).ifPresent(found::add);
            }
            sweep(folder);
        } catch (IOException unreadable) {
            FAULTS.log(System.Logger.Level.DEBUG, "recovery folder", unreadable);
        }
        return found;
    }

    private static boolean isAbandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException unknown) {
            FAULTS.log(System.Logger.Level.DEBUG, "lock", unknown);
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            if (folder != null) {
                sweep(folder);
            }
        } catch (IOException kept) {
            FAULTS.log(System.Logger.Level.DEBUG, "recovery file stays", kept);
        }
    }

    /** Deletes a folder that holds nothing but a lock. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                if (!file.endsWith(LOCK)) {
                    return;
                }
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }
}

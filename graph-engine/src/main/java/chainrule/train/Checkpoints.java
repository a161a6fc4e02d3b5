package chainrule.train;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Moments of a training that are kept so that it can be gone back to any of its steps. They take no more memory than
 * they may: when they would, every second one is given up, and from then on only half as many are kept. The moment
 * before the first step always stays. May be used by several threads.
 */
public final class Checkpoints {
    private final long most;
    private final TreeMap<Integer, Checkpoint> kept = new TreeMap<>();
    private int every = 1;
    private long bytes;

    /**
     * @param most bytes that they may take together, but for the first
     */
    public Checkpoints(long most) {
        this.most = most;
    }

    /** Keeps the moment at which a training is, where it is one of those that are kept. */
    public synchronized void visit(TrainingRun run) {
        if (run.done() % every == 0 && !kept.containsKey(run.done())) {
            Checkpoint checkpoint = run.checkpoint();
            kept.put(run.done(), checkpoint);
            bytes += checkpoint.bytes();
            while (bytes > most && kept.size() > 1) {
                thin();
            }
        }
    }

    /**
     * The last moment that is kept and is not after so many steps.
     *
     * @throws NullPointerException where nothing was kept
     */
    public synchronized Checkpoint before(int done) {
        return Objects.requireNonNull(kept.floorEntry(done), "no checkpoint").getValue();
    }

    /** How many steps lie between two moments that are kept. */
    public synchronized int every() {
        return every;
    }

    /** The bytes that they take. */
    public synchronized long bytes() {
        return bytes;
    }

    /** How many are kept. */
    public synchronized int count() {
        return kept.size();
    }

    private void thin() {
        every = every > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : every * 2;
        kept.entrySet().removeIf(this::givenUp);
    }

    private boolean givenUp(Map.Entry<Integer, Checkpoint> entry) {
        boolean leaves = entry.getKey() % every != 0;
        if (leaves) {
            bytes -= entry.getValue().bytes();
        }
        return leaves;
    }
}

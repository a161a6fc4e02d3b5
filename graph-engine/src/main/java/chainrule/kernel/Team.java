package chainrule.kernel;

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that share the work on one memory: the one that runs a pass, and others that take parts from it. Who comes
 * too late finds nothing left to do, so that nobody waits for a thread that has not begun.
 */
public final class Team implements AutoCloseable {
    /** The system property that says how many threads share the work on a memory; one where it says nothing. */
    public static final String PROPERTY = "chainrule.threads";

    /** How long a thread without work looks for some before it gives the processor back. */
    private static final long PATIENCE_NANOS = 100_000;

    /** Looks after which one who waits for the last part lets others have the processor. */
    private static final int TURNS = 1 << 16;

    private static final int MOST = 256;
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    /** Parts of one piece of work, none of which reads what another writes. */
    interface Work {
        void part(int part);
    }

    private final Hand[] hands;
    private final Stop stop;
    /** Which piece of work this is, in how many parts, and the next part to be taken. */
    private final AtomicLong ticket = new AtomicLong();

    private final AtomicInteger done = new AtomicInteger();
    private volatile Work work = part -> {};
    private volatile @Nullable Throwable failed;
    private volatile boolean closed;
    /** Whether a piece of work is under way, as the thread that runs a pass sees it. */
    private boolean busy;

    /**
     * @param size threads, the one that asks for the work included
     */
    Team(int size) {
        this(size, new Stop());
    }

    /**
     * @param size threads, the one that asks for the work included
     * @param stop what is asked, while that one waits for the others, whether they should leave
     */
    Team(int size, Stop stop) {
        this.hands = new Hand[Math.min(MOST, Math.max(1, size)) - 1];
        this.stop = stop;
    }

    /** As many threads as the property says. */
    static Team standard(Stop stop) {
        return new Team(Integer.getInteger(PROPERTY, 1), stop);
    }

    int size() {
        return hands.length + 1;
    }

    /**
     * Does all parts and returns when all are done; a mistake in one of them is thrown. What is inside a part of other
     * work stays on its thread.
     */
    void run(int parts, Work shared) {
        if (isHand() || busy) {
            for (int part = 0; part < parts; part++) {
                shared.part(part);
            }
            return;
        }
        busy = true;
        try {
            share(parts, shared);
        } finally {
            busy = false;
        }
        rethrow();
    }

    private void share(int parts, Work shared) {
        start();
        stop.ends();
        failed = null;
        work = shared;
        done.set(0);
        long next = (ticket.get() >>> (2 * BITS)) + 1;
        ticket.set((next << (2 * BITS)) | ((long) parts << BITS));
        for (Hand hand : hands) {
            hand.wake();
        }
        while (takePart()) {
            continue;
        }
        for (int turns = 0; done.get() < parts; turns++) {
            if (turns > TURNS) {
                stop.ends();
                Thread.yield();
            }
        }
    }

    /** Whether the running thread is one that only takes parts. */
    static boolean isHand() {
        return Thread.currentThread() instanceof Hand;
    }

    /** The arrays of the running thread: its own, or for the one that runs a pass those given. */
    static Blocks blocks(Blocks ofPass) {
        return Thread.currentThread() instanceof Hand hand ? hand.blocks : ofPass;
    }

    @Override
    public void close() {
        closed = true;
        for (Hand hand : hands) {
            LockSupport.unpark(hand);
        }
    }

    /** Takes the next part and does it; false where none is left. */
    private boolean takePart() {
        long now = ticket.get();
        int part = (int) now & MASK;
        if (part >= parts(now)) {
            return false;
        }
        if (ticket.compareAndSet(now, now + 1)) {
            try {
                work.part(part);
            } catch (RuntimeException | Error mistake) {
                failed = mistake;
            } finally {
                done.incrementAndGet();
            }
        }
        return true;
    }

    private static int parts(long ticket) {
        return (int) (ticket >>> BITS) & MASK;
    }

    private void rethrow() {
        Throwable mistake = failed;
        if (mistake instanceof Error error) {
            throw error;
        } else if (mistake instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** OpenBLAS, which would share each product again and make one wait for the other, keeps to one thread. */
    private void start() {
        if (hands.length > 0 && hands[0] == null) {
            blas_set_num_threads(1);
        }
        for (int i = 0; i < hands.length; i++) {
            if (hands[i] == null) {
                hands[i] = new Hand();
                hands[i].start();
            }
        }
    }

    /** A thread that takes parts. */
    private final class Hand extends Thread {
        private final Blocks blocks = new Blocks();
        private volatile boolean parked;

        Hand() {
            super("chainrule-hand");
            setDaemon(true);
        }

        @Override
        public void run() {
            // Without a hint to the processor that this is waiting: a virtual machine stops a thread that gives many.
            long since = System.nanoTime();
            while (!closed) {
                if (takePart()) {
                    since = System.nanoTime();
                } else if (System.nanoTime() - since >= PATIENCE_NANOS) {
                    park();
                    since = System.nanoTime();
                }
            }
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        /** Waits for the next piece of work; one that came meanwhile is seen, since it is looked for after saying so. */
        private void park() {
            parked = true;
            long now = ticket.get();
            if (!closed && ((int) now & MASK) >= parts(now)) {
                LockSupport.park(this);
            }
            parked = false;
        }
    }
}

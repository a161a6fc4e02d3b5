package chainrule.kernel;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asks, between the pieces of work on one memory, whether it should end. Long kernels ask between theirs. */
public final class Stop {
    /** Elements, of those that take long one by one, after which a loop asks. */
    static final int SPAN = 1 << 16;

    private BooleanSupplier asked = () -> false;
    /** What the thread that runs a pass was answered last: threads that help it leave with it. */
    private volatile boolean left;

    /** From now on this decides; it is asked often, on the thread that runs a pass. */
    public void when(BooleanSupplier ends) {
        asked = ends;
    }

    /**
     * Goes on where nobody wants an end.
     *
     * @throws CancellationException where somebody does
     */
    public void check() {
        if (Team.isHand() ? left : ends()) {
            throw new CancellationException();
        }
    }

    /** The same in a loop over elements: asks where so many of them make a {@link #SPAN} full. */
    void check(long done) {
        if (done != 0 && (done & (SPAN - 1)) == 0) {
            check();
        }
    }

    /** Asks on the thread that runs a pass, while it waits for those that help it. */
    boolean ends() {
        boolean now = asked.getAsBoolean();
        if (now != left) {
            left = now;
        }
        return now;
    }
}

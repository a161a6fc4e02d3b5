package chainrule.kernel;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asks, between the pieces of work on one memory, whether it should end. Long kernels ask between theirs. */
public final class Stop {
    private BooleanSupplier asked = () -> false;

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
        if (!Team.isHand() && asked.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}

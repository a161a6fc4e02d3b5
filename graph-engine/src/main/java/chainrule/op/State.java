package chainrule.op;

import chainrule.kernel.Kernel;
import chainrule.tensor.Draws;
import org.jspecify.annotations.Nullable;

/**
 * What a node remembers from pass to pass, bound to its saved buffers. Passes only read it, so that the same pass can be
 * repeated, stepped through and checked; it changes between passes, and only when asked to.
 *
 * @param start writes what the node remembers before the first pass; run once
 * @param gather takes in, after a training step, what the step's pass left behind
 * @param draw draws anew before the next pass
 * @param generator what {@code draw} draws from; null where nothing is drawn
 */
public record State(Kernel start, Kernel gather, Kernel draw, @Nullable Draws generator) {
    /** Binds the state of one node; what it draws from, it makes here. */
    @FunctionalInterface
    public interface Rule {
        State bind(Binding k);
    }

    /** A state that stays as it began. */
    public static State fixed(Kernel start) {
        return new State(start, Kernel.nothing(), Kernel.nothing(), null);
    }

    /** A state that gathers from each training step. */
    public static State gathering(Kernel start, Kernel gather) {
        return new State(start, gather, Kernel.nothing(), null);
    }

    /** A state that is drawn before every pass that is a training step of its own. */
    public static State drawn(Kernel draw, Draws generator) {
        return new State(draw, Kernel.nothing(), draw, generator);
    }
}

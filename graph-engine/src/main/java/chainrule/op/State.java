package chainrule.op;

import chainrule.kernel.Kernel;

/**
 * What a node remembers from pass to pass, bound to its saved buffers. Passes only read it, so that the same pass can be
 * repeated, stepped through and checked; it changes between passes, and only when asked to.
 *
 * @param start writes what the node remembers before the first pass; run once
 * @param advance moves it on after a training step, from what the step's pass left behind
 */
public record State(Kernel start, Kernel advance) {
    /** Binds the state of one node; what it draws from, it makes here. */
    @FunctionalInterface
    public interface Rule {
        State bind(Binding k);
    }

    /** A state that stays as it began. */
    public static State fixed(Kernel start) {
        return new State(start, Kernel.nothing());
    }
}

package chainrule.train;

import chainrule.kernel.Buffer;

/** Elements of parameters that move in one go: their values, their gradients, and what an optimiser remembers of each. */
sealed interface Elements permits LoopedElements, ProgrammedElements {
    /** Elements of which nothing is remembered yet. */
    static Elements of(Buffer values, Buffer gradients, UpdateRule rule) {
        return values.byOperations()
                ? new ProgrammedElements(values, gradients, rule)
                : new LoopedElements(values, gradients, rule);
    }

    /** What is remembered, by moment and then by element; to be read only. */
    double[][] moments();

    /** Remembers this instead, as if no step had been begun. */
    void remember(double[][] moments);

    /** The sum of the squares of the gradients. */
    double squares();

    /**
     * Clips the gradients and moves the values. A step that was left goes on where it was left.
     *
     * @param factor what clipping multiplies every gradient with
     * @param step counted from 1
     * @throws java.util.concurrent.CancellationException where it was to be left
     */
    void step(double factor, int step, double rate);
}

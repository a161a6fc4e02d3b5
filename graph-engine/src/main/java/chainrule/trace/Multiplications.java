package chainrule.trace;

/**
 * What derivatives cost in each direction: one multiplication for each slope that is not 0 on each sweep over the graph.
 *
 * @param one for the gradient of one source
 * @param all for the gradients of all sources
 * @param uncounted edges that have too many slopes to count; both costs are without them
 */
public record Multiplications(Cost one, Cost all, int uncounted) {
    /**
     * Sweeps and multiplications in forward and in reverse mode. A forward sweep moves one number of a source; a reverse
     * sweep pulls back the gradient of the root.
     */
    public record Cost(long forwardSweeps, long forward, long reverseSweeps, long reverse) {}
}

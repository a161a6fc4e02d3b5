package chainrule.kernel;

/**
 * A function of whole lanes. A lane is the run of elements along the chosen axes; a buffer whose chosen axes are summed
 * away has one element a lane.
 */
@FunctionalInterface
public interface Lane {
    /**
     * @param in the lane of each input, in the order they were bound; each of length n or 1
     * @param out where to write the lane of the result, of length n or 1
     */
    void apply(double[][] in, double[] out);
}

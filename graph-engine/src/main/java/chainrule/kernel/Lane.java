package chainrule.kernel;

import java.util.List;
import java.util.function.Function;

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

    /** A function of lanes together with its form by ND4J operations. */
    static Lane of(Lane loop, Function<List<Term>, Term> form) {
        return new Formed.OfLanes(loop, form);
    }

    /** The same by ND4J operations, on terms whose last axis is the lane. */
    default Term on(List<Term> in) {
        throw new UnsupportedOperationException("a function of lanes without a form by operations");
    }

    /** What computes it fastest in a loop. */
    default Lane loop() {
        return this;
    }
}

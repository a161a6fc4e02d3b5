package chainrule.trace;

import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the sum of the root's elements moves with one element of an output, worked out in both directions.
 *
 * @param element row-major position in the output
 * @param tangents how every output moves with it, from forward mode; those that do not depend on it are left out
 * @param forward the derivative from forward mode
 * @param reverse the same from reverse mode
 */
public record BothWays(Source source, int element, Map<Source, Tensor> tangents, double forward, double reverse) {
    public BothWays {
        tangents = Collections.unmodifiableMap(new LinkedHashMap<>(tangents));
    }
}

package chainrule.trace;

import chainrule.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one path contributes to a gradient: the local derivatives along it multiplied.
 *
 * @param factors from the beginning of the path to the root
 * @param contribution of the shape of what the path begins with
 */
public record PathProduct(List<Factor> factors, Tensor contribution) {
    /**
     * One local derivative.
     *
     * @param local the number that it is, or null where the edge carries tensors
     */
    public record Factor(Paths.Hop hop, @Nullable Double local) {}

    public PathProduct {
        factors = List.copyOf(factors);
    }

    /** Whether all of its factors are single numbers. */
    public boolean isOfNumbers() {
        return factors.stream().allMatch(factor -> factor.local != null);
    }
}

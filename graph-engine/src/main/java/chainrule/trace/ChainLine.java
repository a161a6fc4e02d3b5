package chainrule.trace;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chain rule along one edge: what flows back is the gradient upstream times the local derivative; the sum of such
 * products where several outputs of the node have a gradient.
 *
 * @param slot where the edge ends
 * @param from the output that it comes from
 * @param gradient what flows back along the edge
 */
public record ChainLine(Slot slot, Source from, List<Term> terms, Tensor gradient) {
    /**
     * One product.
     *
     * @param output of the edge's node
     * @param upstream its whole gradient
     * @param local the local derivative as {@link chainrule.exec.EdgeRule#jacobian} gives it, or null where it is large
     * @param product what comes back from this output
     */
    public record Term(Source output, Tensor upstream, @Nullable Tensor local, Tensor product) {}

    public ChainLine {
        terms = List.copyOf(terms);
    }

    /** The factors multiplied and added up by hand; empty where a local derivative is too large. */
    public Optional<Tensor> multiplied() {
        double[] sum = new double[gradient.size()];
        for (Term term : terms) {
            if (term.local == null) {
                return Optional.empty();
            }
            for (int row = 0; row < term.upstream.size(); row++) {
                for (int column = 0; column < sum.length; column++) {
                    sum[column] += term.upstream.at(row) * term.local.at(row * sum.length + column);
                }
            }
        }
        return Optional.of(Tensor.of(gradient.shape(), sum));
    }

    /** Whether all of its factors are single numbers. */
    public boolean isOfNumbers() {
        return gradient.size() == 1 && terms.stream().allMatch(t -> t.upstream.size() == 1);
    }
}

package chainrule.kernel;

import java.util.ArrayList;
import java.util.List;

/** Work whose result can be added to a sum where that lies: a contribution to a gradient that needs no memory of its own. */
public sealed interface Summand extends Kernel permits Gemm, ColumnSums {
    /** Whether it writes all of a buffer anew. */
    boolean writesAll(Buffer buffer);

    /** The same result added to a sum of the size of what it writes. */
    Kernel addedTo(Buffer sum);

    /** The sum of results that are all written to the whole of one buffer, in as few kernels as possible. */
    static List<? extends Kernel> summed(List<Summand> summands, Buffer sum) {
        if (summands.stream().allMatch(Gemm.class::isInstance)) {
            return Gemm.summed(summands.stream().map(Gemm.class::cast).toList());
        }
        if (summands.stream().allMatch(ColumnSums.class::isInstance)) {
            return ColumnSums.summed(
                    summands.stream().map(ColumnSums.class::cast).toList());
        }
        List<Kernel> kernels = new ArrayList<>();
        for (Summand summand : summands) {
            kernels.add(kernels.isEmpty() ? summand : summand.addedTo(sum));
        }
        return kernels;
    }
}

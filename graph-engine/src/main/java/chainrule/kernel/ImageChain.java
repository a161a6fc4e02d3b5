package chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kernels on images that follow each other: a convolution with its activation and pooling, a rectifier with pooling, and
 * the same two on the way back.
 */
public final class ImageChain {
    private ImageChain() {}

    /** The same work in the same order, in fewer kernels. */
    public static List<Kernel> joined(List<Kernel> kernels) {
        List<Kernel> result = new ArrayList<>();
        for (Kernel kernel : kernels) {
            Optional<Kernel> one = result.isEmpty() ? Optional.empty() : joined(result.get(result.size() - 1), kernel);
            if (one.isPresent()) {
                result.set(result.size() - 1, one.get());
            } else {
                result.add(kernel);
            }
        }
        return result;
    }

    /** Two kernels as one. */
    private static Optional<Kernel> joined(Kernel last, Kernel next) {
        if (last instanceof Convolved convolved) {
            return convolved.with(next).map(Kernel.class::cast);
        }
        if (last instanceof Pointwise before && next instanceof Pooled pooled) {
            return pooled.after(before).map(Kernel.class::cast);
        }
        return last instanceof GivenBack given && next instanceof Pointwise slope && given.goesOnWith(slope)
                ? Optional.of(given.with(slope))
                : Optional.empty();
    }

    /** Whether the last of some kernels and the next are one. */
    public static boolean joins(List<Kernel> kernels, Kernel next) {
        int from = kernels.size() - 1;
        while (from > 0 && kernels.get(from) instanceof OnImages) {
            from--;
        }
        if (!(next instanceof OnImages) || from < 0) {
            return false;
        }
        List<Kernel> all = new ArrayList<>(kernels.subList(from, kernels.size()));
        int before = joined(all).size();
        all.add(next);
        return joined(all).size() == before;
    }
}

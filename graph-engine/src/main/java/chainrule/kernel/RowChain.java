package chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kernels that follow each other row by row: softmax, logarithm and likelihood, say. It begins with one that needs whole
 * rows; element-wise work is part of it where it stands between two of those, and so are looks at numbers that none of
 * them writes.
 */
public final class RowChain {
    private RowWork work;
    private final List<Check> looks = new ArrayList<>();
    private Kernel joined;
    private List<Check> before = List.of();

    private RowChain(Rowwise first) {
        this.work = first.work();
        this.joined = first;
    }

    /** The beginning of a chain; empty where a kernel cannot be one. */
    public static Optional<RowChain> from(Kernel first) {
        return first instanceof Rowwise rows ? Optional.of(new RowChain(rows)) : Optional.empty();
    }

    /** What kind of link a kernel is. */
    public enum Link {
        /** The chain ends before it. */
        NONE,
        /** It belongs to the chain if a kernel that needs whole rows follows. */
        BETWEEN,
        WHOLE_ROWS
    }

    /** Goes on to the next kernel, if that is a link. */
    public Link next(Kernel kernel) {
        if (kernel instanceof Check check && work.leaves(check.at())) {
            looks.add(check);
            return Link.BETWEEN;
        }
        Optional<RowWork> next = rows(kernel).filter(rows -> rows.joins(work));
        if (next.isEmpty()) {
            return Link.NONE;
        }
        work = work.then(next.get());
        return kernel instanceof Rowwise ? Link.WHOLE_ROWS : Link.BETWEEN;
    }

    private Optional<RowWork> rows(Kernel kernel) {
        if (kernel instanceof Rowwise rows) {
            return Optional.of(rows.work());
        }
        return kernel instanceof Pointwise pointwise ? pointwise.rowwise(work) : Optional.empty();
    }

    /** The same kernels in the same order, with every chain as one. */
    public static List<Kernel> joined(List<Kernel> kernels) {
        List<Kernel> result = new ArrayList<>();
        int at = 0;
        while (at < kernels.size()) {
            Optional<RowChain> chain = from(kernels.get(at));
            if (chain.isPresent()) {
                at += chain.get().follow(kernels.subList(at, kernels.size()));
                result.addAll(chain.get().before);
                result.add(chain.get().joined);
            } else {
                result.add(kernels.get(at++));
            }
        }
        return result;
    }

    /** How many of these kernels, the first of which is known, are the chain. */
    private int follow(List<Kernel> kernels) {
        int length = 1;
        RowWork whole = work;
        for (int at = 1; at < kernels.size(); at++) {
            Link link = next(kernels.get(at));
            if (link == Link.NONE) {
                break;
            }
            if (link == Link.WHOLE_ROWS) {
                length = at + 1;
                whole = work;
                before = List.copyOf(looks);
            }
        }
        joined = length == 1 ? joined : new Rowwise(whole);
        return length;
    }
}

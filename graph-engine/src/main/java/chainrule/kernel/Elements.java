package chainrule.kernel;

import chainrule.tensor.Precision;

/** Element-wise kernels by themselves: small ones element by element, larger ones in blocks. */
final class Elements {
    private Elements() {}

    /** y = f(x); x may be repeated. */
    static Kernel map(Unary f, Buffer x, Buffer y) {
        if (!x.shape().equals(y.shape()) || y.size() >= Blocks.WORTHWHILE) {
            return new Broadcasting(Elementwise.of(f), y, x).kernel();
        }
        return () -> {
            for (long i = 0; i < y.size(); i++) {
                y.set(i, f.at(x.get(i)));
            }
        };
    }

    /** y = f(a, b), broadcast; summed where y is smaller. */
    static Kernel zip(Binary f, Buffer a, Buffer b, Buffer y) {
        boolean same = a.shape().equals(y.shape()) && b.shape().equals(y.shape());
        if (same && y.size() < Blocks.WORTHWHILE) {
            return () -> {
                for (long i = 0; i < y.size(); i++) {
                    y.set(i, f.at(a.get(i), b.get(i)));
                }
            };
        }
        return same && f == Pairs.RELU_SLOPE && y.precision() == Precision.FLOAT
                ? new Passing(a, b, y)
                : new Broadcasting(Elementwise.of(f), y, a, b).kernel();
    }

    /** y = the numbers of x in their order. */
    static Kernel copy(Buffer x, Buffer y) {
        int size = Math.toIntExact(y.size());
        if (size >= Blocks.WORTHWHILE) {
            return () -> y.copy(0, x, 0, size);
        }
        return () -> {
            for (long i = 0; i < size; i++) {
                y.set(i, x.get(i));
            }
        };
    }

    /** sum += x. */
    static Kernel accumulate(Buffer x, Buffer sum) {
        if (sum.size() >= Blocks.WORTHWHILE) {
            Axpy plus = new Axpy(x, sum);
            return () -> plus.run(1);
        }
        return () -> {
            for (long i = 0; i < sum.size(); i++) {
                sum.set(i, sum.get(i) + x.get(i));
            }
        };
    }
}

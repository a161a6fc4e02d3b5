package chainrule.kernel;

import chainrule.tensor.Precision;

/**
 * The weighted distance of two numbers or its square: a squared loss, and the slope of one.
 *
 * @param squared whether it is squared
 */
public record Distance(double weight, boolean squared) implements Binary {
    @Override
    public double at(double a, double b) {
        return squared ? weight * (a - b) * (a - b) : weight * (a - b);
    }

    @Override
    public Term on(Term a, Term b) {
        Term distance = a.minus(b);
        return (squared ? distance.squared() : distance).times(weight);
    }

    @Override
    public void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
        float w = (float) weight;
        if (squared) {
            for (int i = 0; i < n; i++) {
                y[i] = w * (a[i] - b[i]) * (a[i] - b[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[i] = w * (a[i] - b[i]);
            }
        }
    }

    /** The total over two buffers of floats, divided; where {@link #fits that} is possible. */
    public Kernel total(Buffer a, Buffer b, double divisor, Buffer y) {
        if (!fits(a, b)) {
            throw new IllegalArgumentException("distances of " + a.shape() + " and " + b.shape());
        }
        Blocks blocks = y.blocks();
        return () -> {
            double sum = 0;
            for (long at = 0; at < a.size(); at += Blocks.LENGTH) {
                int n = (int) Math.min(Blocks.LENGTH, a.size() - at);
                a.read(at, blocks.floats(0), n);
                b.read(at, blocks.floats(1), n);
                each(blocks.floats(0), blocks.floats(1), blocks.floats(2), n, blocks);
                sum += FloatRuns.total(blocks.floats(2), n);
            }
            y.set(0, sum / divisor);
        };
    }

    /** Whether two buffers are of one size, of floats, and on a memory that loops can reach. */
    public static boolean fits(Buffer a, Buffer b) {
        return a.precision() == Precision.FLOAT
                && !a.byOperations()
                && a.size() == b.size()
                && a.size() >= Blocks.WORTHWHILE;
    }
}

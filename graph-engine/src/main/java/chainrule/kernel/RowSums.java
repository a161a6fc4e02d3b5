package chainrule.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sums along the last axes, and over a batch of such sums: x is batch × rows × columns, y has one number for each row. By
 * BLAS as products with a vector of ones, so many columns at a time, whose sums are added up in double.
 */
final class RowSums implements Kernel {
    /** Columns that are summed in the precision of the buffers. */
    private static final int COLUMNS = 512;
    /** Fewer elements are summed one by one. */
    private static final int WORTHWHILE = 64;

    private final Strips strips;
    private final Buffer y;
    private final Ones ones;
    private final double[] sums;
    private final double[] block;

    private RowSums(Kernels words, Strips strips, Buffer x, Buffer y) {
        this.strips = strips;
        this.y = y;
        this.ones = new Ones(
                words, new Panel(x, strips.columns(), false), strips.rows(), Math.min(strips.columns(), COLUMNS));
        this.sums = new double[strips.rows()];
        this.block = new double[strips.rows()];
    }

    /** A kernel for an x and a y whose axes fall so; empty for others, and for few elements. */
    static Optional<Kernel> of(Kernels words, Buffer x, Buffer y) {
        return x.size() < WORTHWHILE
                ? Optional.empty()
                : Strips.of(x.shape(), y.shape()).map(strips -> new RowSums(words, strips, x, y));
    }

    @Override
    public void run() {
        Arrays.fill(sums, 0);
        for (int example = 0; example < strips.batch(); example++) {
            long start = (long) example * strips.rows() * strips.columns();
            for (int from = 0; from < strips.columns(); from += COLUMNS) {
                ones.sum(start + from, Math.min(COLUMNS, strips.columns() - from), block);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += block[i];
                }
            }
        }
        y.writeWide(0, sums, strips.rows());
    }
}

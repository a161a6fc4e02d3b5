package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

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
    private final Panel matrix;
    private final Panel ones;
    private final Panel part;
    private final double[] sums;
    private final double[] block;

    private RowSums(Kernels words, Strips strips, Buffer x, Buffer y) {
        this.strips = strips;
        this.y = y;
        Buffer one = words.scratch(Shape.of(Math.min(strips.columns(), COLUMNS)));
        one.fill(1);
        this.matrix = new Panel(x, strips.columns(), false);
        this.ones = new Panel(one, 1, false);
        this.part = new Panel(words.scratch(Shape.of(strips.rows())), 1, false);
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
                sum(start + from, Math.min(COLUMNS, strips.columns() - from));
                part.buffer().readWide(0, block, strips.rows());
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += block[i];
                }
            }
        }
        y.writeWide(0, sums, strips.rows());
    }

    private void sum(long from, int count) {
        Panel a = matrix.at(from);
        int rows = strips.rows();
        int leading = strips.columns();
        if (y.precision() == Precision.DOUBLE) {
            DoublePointer pa = a.doubles();
            DoublePointer one = ones.doubles();
            cblas_dgemv(CblasRowMajor, CblasNoTrans, rows, count, 1, pa, leading, one, 1, 0, part.doubles(), 1);
        } else {
            FloatPointer pa = a.floats();
            FloatPointer one = ones.floats();
            cblas_sgemv(CblasRowMajor, CblasNoTrans, rows, count, 1, pa, leading, one, 1, 0, part.floats(), 1);
        }
        Reference.reachabilityFence(this);
    }
}

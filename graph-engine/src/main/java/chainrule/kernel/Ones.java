package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** A vector of ones, with which BLAS multiplies a matrix to sum its rows; those of the transpose where it lies so. */
final class Ones {
    private final Panel matrix;
    private final Panel ones;
    private final Panel sums;
    private final int rows;

    /**
     * @param matrix whose rows are summed
     * @param rows how many rows it has
     * @param most as many columns are summed at a time
     */
    Ones(Kernels words, Panel matrix, int rows, int most) {
        Buffer one = words.scratch(Shape.of(most));
        one.fill(1);
        this.matrix = matrix;
        this.ones = new Panel(one, 1, false);
        this.sums = new Panel(words.scratch(Shape.of(rows)), 1, false);
        this.rows = rows;
    }

    /** The sums over some columns, the first of which begins at an element. */
    void sum(long from, int columns, double[] result) {
        Panel a = matrix.at(from);
        int leading = a.leading();
        boolean turned = a.transposed();
        int how = turned ? CblasTrans : CblasNoTrans;
        int lines = turned ? columns : rows;
        int width = turned ? rows : columns;
        if (a.buffer().precision() == Precision.DOUBLE) {
            DoublePointer pa = a.doubles();
            DoublePointer one = ones.doubles();
            cblas_dgemv(CblasRowMajor, how, lines, width, 1, pa, leading, one, 1, 0, sums.doubles(), 1);
        } else {
            FloatPointer pa = a.floats();
            FloatPointer one = ones.floats();
            cblas_sgemv(CblasRowMajor, how, lines, width, 1, pa, leading, one, 1, 0, sums.floats(), 1);
        }
        Reference.reachabilityFence(this);
        sums.buffer().readWide(0, result, rows);
    }
}

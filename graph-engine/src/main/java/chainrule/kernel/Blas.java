package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import chainrule.tensor.Precision;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Matrix products by the OpenBLAS that ND4J brings, on the memory of its arrays. */
final class Blas {
    private Blas() {}

    /** c = a·b, or c += a·b where {@code beta} is 1. */
    static Kernel gemm(Matrix a, Matrix b, double beta, Matrix c) {
        if (a.columns() != b.rows() || a.rows() != c.rows() || b.columns() != c.columns() || c.transposed()) {
            throw new IllegalArgumentException("product of " + size(a) + " and " + size(b) + " into " + size(c));
        }
        int ta = a.transposed() ? CblasTrans : CblasNoTrans;
        int tb = b.transposed() ? CblasTrans : CblasNoTrans;
        int lda = a.transposed() ? a.rows() : a.columns();
        int ldb = b.transposed() ? b.rows() : b.columns();
        int m = c.rows();
        int n = c.columns();
        int k = a.columns();
        if (c.buffer().precision() == Precision.DOUBLE) {
            DoublePointer pa = doubles(a);
            DoublePointer pb = doubles(b);
            DoublePointer pc = doubles(c);
            return keeping(
                    () -> cblas_dgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, lda, pb, ldb, beta, pc, n), a, b, c);
        }
        FloatPointer pa = floats(a);
        FloatPointer pb = floats(b);
        FloatPointer pc = floats(c);
        float weight = (float) beta;
        return keeping(() -> cblas_sgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, lda, pb, ldb, weight, pc, n), a, b, c);
    }

    /** A kernel that keeps the arrays alive whose pointers it uses. */
    private static Kernel keeping(Kernel kernel, Object... users) {
        return new Kernel() {
            private final Object[] held = users;

            @Override
            public void run() {
                kernel.run();
                java.lang.ref.Reference.reachabilityFence(held);
            }
        };
    }

    private static DoublePointer doubles(Matrix matrix) {
        return new DoublePointer(start(matrix)).getPointer(matrix.offset());
    }

    private static FloatPointer floats(Matrix matrix) {
        return new FloatPointer(start(matrix)).getPointer(matrix.offset());
    }

    private static Pointer start(Matrix matrix) {
        return matrix.buffer().pointer();
    }

    private static String size(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }
}

package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import chainrule.tensor.Precision;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products of one size, at places that change from one to the next.
 *
 * @param m rows of the result
 * @param n columns of the result
 * @param k what is summed over
 */
record Product(int m, int n, int k) {
    /** c = a·b, or c += a·b. */
    void run(Panel a, Panel b, boolean adding, Panel c) {
        int ta = a.transposed() ? CblasTrans : CblasNoTrans;
        int tb = b.transposed() ? CblasTrans : CblasNoTrans;
        int la = a.leading();
        int lb = b.leading();
        int lc = c.leading();
        int beta = adding ? 1 : 0;
        if (c.buffer().precision() == Precision.DOUBLE) {
            DoublePointer pa = a.doubles();
            DoublePointer pb = b.doubles();
            DoublePointer pc = c.doubles();
            cblas_dgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, la, pb, lb, beta, pc, lc);
        } else {
            FloatPointer pa = a.floats();
            FloatPointer pb = b.floats();
            FloatPointer pc = c.floats();
            cblas_sgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, la, pb, lb, beta, pc, lc);
        }
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
        Reference.reachabilityFence(c);
    }
}

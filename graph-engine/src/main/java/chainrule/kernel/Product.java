package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import chainrule.tensor.Precision;
import java.lang.ref.Reference;

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
        double beta = adding ? 1 : 0;
        int lda = a.leading();
        int ldb = b.leading();
        if (c.buffer().precision() == Precision.DOUBLE) {
            cblas_dgemm(
                    CblasRowMajor,
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    1,
                    a.doubles(),
                    lda,
                    b.doubles(),
                    ldb,
                    beta,
                    c.doubles(),
                    c.leading());
        } else {
            cblas_sgemm(
                    CblasRowMajor,
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    1,
                    a.floats(),
                    lda,
                    b.floats(),
                    ldb,
                    (float) beta,
                    c.floats(),
                    c.leading());
        }
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
        Reference.reachabilityFence(c);
    }
}

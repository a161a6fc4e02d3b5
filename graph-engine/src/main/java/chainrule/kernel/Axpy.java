package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas.cblas_saxpy;

import chainrule.tensor.Precision;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/** y += a · x by BLAS, for a factor that is known only when it runs. */
public final class Axpy {
    private final Buffer x;
    private final Buffer y;
    private final Body body;

    /** Both buffers have as many elements. */
    public Axpy(Buffer x, Buffer y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("adding " + x.shape() + " to " + y.shape());
        }
        this.x = x;
        this.y = y;
        int size = Math.toIntExact(x.size());
        if (y.byOperations()) {
            INDArray from = x.array();
            INDArray to = y.array();
            INDArray moved = y.extras().array(from.dataType(), size);
            this.body = a -> {
                Nd4j.getExecutioner().exec(new ScalarMultiplication(from, null, moved, a));
                to.addi(moved);
            };
        } else if (x.precision() == Precision.DOUBLE) {
            DoublePointer from = new DoublePointer(x.pointer());
            DoublePointer to = new DoublePointer(y.pointer());
            this.body = a -> cblas_daxpy(size, a, from, 1, to, 1);
        } else {
            FloatPointer from = new FloatPointer(x.pointer());
            FloatPointer to = new FloatPointer(y.pointer());
            this.body = a -> cblas_saxpy(size, (float) a, from, 1, to, 1);
        }
    }

    /** Adds {@code a} times x to y. */
    public void run(double a) {
        body.add(a);
        Reference.reachabilityFence(x);
        Reference.reachabilityFence(y);
    }

    private interface Body {
        void add(double a);
    }
}

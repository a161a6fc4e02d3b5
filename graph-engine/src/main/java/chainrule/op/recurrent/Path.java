package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.tensor.Shape;

/**
 * How one input of a cell reaches the weighted sums of its gates. A cell has one sum x Wᵀ + b for each gate; the weights
 * of the gates stand one below the other in W, those of the biases one after the other in b.
 */
@FunctionalInterface
interface Path {
    /** The tangent of the sum of one gate from that of the input. */
    Kernel push(Binding k, int gate, Buffer sum);

    /** The path of what is weighted. */
    static Path weighted(InPort weights, int gates) {
        return (k, gate, sum) -> {
            Matrix block = block(k.in(weights), gate, gates);
            return k.gemm(rows(k.grad()), block.transpose(), rows(sum));
        };
    }

    /** The path of the weights. */
    static Path weights(InPort weighted, int gates) {
        return (k, gate, sum) -> {
            Matrix block = block(k.grad(), gate, gates);
            return k.gemm(rows(k.in(weighted)), block.transpose(), rows(sum));
        };
    }

    /** The path of the biases. */
    static Path bias(int gates) {
        return (k, gate, sum) -> {
            return repeated(k, block(k.grad(), gate, gates), sum);
        };
    }

    private static Kernel repeated(Binding k, Matrix row, Buffer sum) {
        Matrix result = rows(sum);
        Buffer ones = k.scratch(Shape.of(result.rows()));
        return Kernel.sequence(k.fill(1, ones), k.gemm(Matrix.of(ones, result.rows(), 1), row, result));
    }

    /** One example, or a batch of them, as rows. */
    static Matrix rows(Buffer buffer) {
        int columns = buffer.shape().dim(-1);
        return Matrix.of(buffer, buffer.size() / columns, columns);
    }

    /** The weights or the biases of one gate. */
    private static Matrix block(Buffer all, int gate, int gates) {
        int rows = all.shape().rank() == 1 ? 1 : all.shape().dim(0) / gates;
        int columns = all.shape().rank() == 1
                ? all.shape().dim(0) / gates
                : all.shape().dim(1);
        return new Matrix(all, rows, columns, (long) gate * rows * columns, false);
    }
}

package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.tensor.Shape;
import java.util.List;

/**
 * How one input of a cell reaches the weighted sums of its gates. A cell has one sum x Wᵀ + b for each gate; the weights
 * of the gates stand one below the other in W, those of the biases one after the other in b.
 */
interface Path {
    /** The gradient of the input, in the result, from the gradients of the sums. */
    Kernel pull(Binding k, List<Buffer> deltas);

    /** The tangent of the sum of one gate from that of the input. */
    Kernel push(Binding k, int gate, Buffer sum);

    /** The path of what is weighted. */
    static Path weighted(InPort weights, int gates) {
        return new Path() {
            @Override
            public Kernel pull(Binding k, List<Buffer> deltas) {
                Matrix result = rows(k.result());
                Kernel[] terms = new Kernel[gates];
                for (int gate = 0; gate < gates; gate++) {
                    Matrix delta = rows(deltas.get(gate));
                    Matrix block = block(k.in(weights), gate, gates);
                    terms[gate] = gate == 0 ? k.gemm(delta, block, result) : k.gemmAdding(delta, block, result);
                }
                return Kernel.sequence(terms);
            }

            @Override
            public Kernel push(Binding k, int gate, Buffer sum) {
                Matrix block = block(k.in(weights), gate, gates);
                return k.gemm(rows(k.grad()), block.transpose(), rows(sum));
            }
        };
    }

    /** The path of the weights. */
    static Path weights(InPort weighted, int gates) {
        return new Path() {
            @Override
            public Kernel pull(Binding k, List<Buffer> deltas) {
                Kernel[] blocks = new Kernel[gates];
                for (int gate = 0; gate < gates; gate++) {
                    Matrix delta = rows(deltas.get(gate)).transpose();
                    blocks[gate] = k.gemm(delta, rows(k.in(weighted)), block(k.result(), gate, gates));
                }
                return Kernel.sequence(blocks);
            }

            @Override
            public Kernel push(Binding k, int gate, Buffer sum) {
                Matrix block = block(k.grad(), gate, gates);
                return k.gemm(rows(k.in(weighted)), block.transpose(), rows(sum));
            }
        };
    }

    /** The path of the biases. */
    static Path bias(int gates) {
        return new Path() {
            @Override
            public Kernel pull(Binding k, List<Buffer> deltas) {
                Kernel[] blocks = new Kernel[gates];
                for (int gate = 0; gate < gates; gate++) {
                    Matrix delta = rows(deltas.get(gate));
                    Buffer ones = k.scratch(Shape.of(delta.rows()));
                    Matrix row = Matrix.of(ones, 1, delta.rows());
                    blocks[gate] = Kernel.sequence(k.fill(1, ones), k.gemm(row, delta, block(k.result(), gate, gates)));
                }
                return Kernel.sequence(blocks);
            }

            @Override
            public Kernel push(Binding k, int gate, Buffer sum) {
                return repeated(k, block(k.grad(), gate, gates), sum);
            }
        };
    }

    /** The sum of one gate: x Wᵀ + b. */
    static Kernel sum(Binding k, Inputs of, int gate, Buffer sum) {
        Matrix weights = block(k.in(of.weights()), gate, of.gates()).transpose();
        return Kernel.sequence(
                repeated(k, block(k.in(of.bias()), gate, of.gates()), sum),
                k.gemmAdding(rows(k.in(of.weighted())), weights, rows(sum)));
    }

    /** Adds x Wᵀ to the sum of one gate. */
    static Kernel adding(Binding k, InPort weighted, InPort weights, int gate, Buffer sum) {
        int gates = k.shape(weights).dim(0) / sum.shape().dim(-1);
        return k.gemmAdding(
                rows(k.in(weighted)), block(k.in(weights), gate, gates).transpose(), rows(sum));
    }

    /**
     * What makes one sum for each gate.
     *
     * @param weighted x
     * @param weights W
     * @param bias b
     */
    record Inputs(InPort weighted, InPort weights, InPort bias, int gates) {}

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

package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.op.Binding;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A buffer read as matrices of one size, one behind the other.
 *
 * @param matrix the first of them
 */
record Stack(Matrix matrix, int count) {
    static Stack of(Buffer buffer, int count, int rows, int columns) {
        if (buffer.size() != (long) count * rows * columns) {
            throw new IllegalArgumentException(buffer.shape() + " as " + count + " of " + rows + "×" + columns);
        }
        return new Stack(Matrix.of(buffer, rows, columns), count);
    }

    /** Each matrix read across. */
    Stack transpose() {
        return new Stack(matrix.transpose(), count);
    }

    /** c = a·b, matrix by matrix. */
    static Kernel product(Binding k, Stack a, Stack b, Stack c) {
        return each(a.count, i -> k.gemm(a.at(i), b.at(i), c.at(i)));
    }

    /** c += a·b, matrix by matrix. */
    static Kernel productAdding(Binding k, Stack a, Stack b, Stack c) {
        return each(a.count, i -> k.gemmAdding(a.at(i), b.at(i), c.at(i)));
    }

    private Matrix at(int index) {
        return matrix.at((long) index * matrix.rows() * matrix.columns());
    }

    private static Kernel each(int count, IntFunction<Kernel> product) {
        Kernel[] all = new Kernel[count];
        Arrays.setAll(all, product);
        return Kernel.sequence(all);
    }
}

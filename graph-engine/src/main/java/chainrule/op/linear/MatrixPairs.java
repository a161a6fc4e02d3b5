package chainrule.op.linear;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Together;
import chainrule.kernel.Walk;
import chainrule.op.Binding;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The pairs of matrices that a product multiplies, by NumPy's batch rules: the last two axes are the matrix, a vector
 * is one row on the left and one column on the right, and the axes before them broadcast. Where the right factor is a
 * single matrix, all rows on the left are one matrix, too.
 */
final class MatrixPairs {
    /**
     * One side of the pairs, in a buffer.
     *
     * @param matrix the first of its matrices
     * @param starts elements before the matrix of each pair; pairs may share one
     */
    record Side(Matrix matrix, int[] starts) {
        /** Each matrix read across. */
        Side transpose() {
            return new Side(matrix.transpose(), starts);
        }

        private Matrix at(int pair) {
            return matrix.at(starts[pair]);
        }
    }

    private final int rows;
    private final int inner;
    private final int columns;
    private final int[] left;
    private final int[] right;
    private final int[] product;

    /** The pairs of two factors whose shapes fit. */
    MatrixPairs(Shape a, Shape b) {
        Shape batch = batch(a).broadcast(batch(b));
        boolean oneRight = batch(b).size() == 1;
        this.inner = a.dim(-1);
        this.columns = b.rank() == 1 ? 1 : b.dim(-1);
        this.rows = Math.toIntExact((oneRight ? a.size() : last(a)) / inner);
        this.left = oneRight ? new int[1] : starts(batch(a), batch, rows * inner);
        this.right = oneRight ? new int[1] : starts(batch(b), batch, inner * columns);
        this.product = oneRight ? new int[1] : starts(batch, batch, rows * columns);
    }

    /** The axes before the matrix. */
    static Shape batch(Shape factor) {
        return Shape.of(Arrays.copyOf(factor.dims(), Math.max(0, factor.rank() - 2)));
    }

    /** A buffer of the left factor's shape. */
    Side left(Buffer buffer) {
        return new Side(new Matrix(buffer, rows, inner, 0, false), left);
    }

    /** A buffer of the right factor's shape. */
    Side right(Buffer buffer) {
        return new Side(new Matrix(buffer, inner, columns, 0, false), right);
    }

    /** A buffer of the product's shape. */
    Side product(Buffer buffer) {
        return new Side(new Matrix(buffer, rows, columns, 0, false), product);
    }

    /** c = a·b, pair by pair; what falls on a matrix of c that several pairs share is summed. */
    static Kernel product(Binding k, Side a, Side b, Side c) {
        if (c.starts.length * c.matrix.rows() * (long) c.matrix.columns()
                == c.matrix.buffer().size()) {
            return Together.of(c.matrix.buffer(), each(c.starts.length, i -> k.gemm(a.at(i), b.at(i), c.at(i))));
        }
        return Kernel.sequence(
                k.fill(0, c.matrix.buffer()),
                Kernel.sequence(each(c.starts.length, i -> k.gemmAdding(a.at(i), b.at(i), c.at(i)))));
    }

    private static long last(Shape factor) {
        return factor.size() / batch(factor).size();
    }

    private static Kernel[] each(int pairs, IntFunction<Kernel> product) {
        Kernel[] all = new Kernel[pairs];
        Arrays.setAll(all, product);
        return all;
    }

    private static int[] starts(Shape own, Shape batch, int elements) {
        return Walk.positions(
                batch,
                Arrays.stream(own.stridesWithin(batch)).map(s -> s * elements).toArray(),
                0);
    }
}

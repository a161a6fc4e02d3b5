package chainrule.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A buffer, or a block of it, read as a matrix.
 *
 * @param rows rows after transposing
 * @param columns columns after transposing
 * @param offset elements before the first
 * @param transposed whether the memory holds the transpose (columns × rows)
 */
public record Matrix(Buffer buffer, int rows, int columns, long offset, boolean transposed) {
    public Matrix {
        if (rows < 1 || columns < 1 || offset < 0 || offset + (long) rows * columns > buffer.size()) {
            throw new IllegalArgumentException(
                    rows + "×" + columns + " from " + offset + " does not fit into " + buffer.shape());
        }
    }

    /** The whole buffer as rows × columns. */
    public static Matrix of(Buffer buffer, long rows, long columns) {
        return new Matrix(buffer, Math.toIntExact(rows), Math.toIntExact(columns), 0, false);
    }

    /** The same memory, read across. */
    public Matrix transpose() {
        return new Matrix(buffer, columns, rows, offset, !transposed);
    }

    /** The block of the same size that starts {@code elements} into the buffer. */
    public Matrix at(long elements) {
        return new Matrix(buffer, rows, columns, elements, transposed);
    }

    /** The matrix as it lies in memory, before transposing. */
    INDArray array() {
        long down = transposed ? columns : rows;
        long across = transposed ? rows : columns;
        return buffer.shaped(offset, new long[] {down, across}, new long[] {across, 1});
    }
}

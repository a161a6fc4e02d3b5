package chainrule.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A buffer, or a block of it, read as a matrix.
 *
 * @param rows rows after transposing
 * @param columns columns after transposing
 * @param offset elements before the first
 * @param transposed whether the memory holds the transpose (columns × rows)
 * @param leading elements from one row in memory to the next
 */
public record Matrix(Buffer buffer, int rows, int columns, long offset, boolean transposed, int leading) {
    public Matrix {
        long last = (long) ((transposed ? columns : rows) - 1) * leading + (transposed ? rows : columns);
        if (rows < 1 || columns < 1 || offset < 0 || offset + last > buffer.size()) {
            throw new IllegalArgumentException(
                    rows + "×" + columns + " from " + offset + " does not fit into " + buffer.shape());
        }
    }

    /** Rows that lie one after the other. */
    public Matrix(Buffer buffer, int rows, int columns, long offset, boolean transposed) {
        this(buffer, rows, columns, offset, transposed, transposed ? rows : columns);
    }

    /** The whole buffer as rows × columns. */
    public static Matrix of(Buffer buffer, long rows, long columns) {
        return new Matrix(buffer, Math.toIntExact(rows), Math.toIntExact(columns), 0, false);
    }

    /** The same memory, read across. */
    public Matrix transpose() {
        return new Matrix(buffer, columns, rows, offset, !transposed, leading);
    }

    /** The block of the same size that starts {@code elements} into the buffer. */
    public Matrix at(long elements) {
        return new Matrix(buffer, rows, columns, elements, transposed, leading);
    }

    /** Some of the rows. */
    Matrix rows(int from, int to) {
        long start = offset + (transposed ? from : (long) from * leading);
        return new Matrix(buffer, to - from, columns, start, transposed, leading);
    }

    /** Some of the columns. */
    Matrix columns(int from, int to) {
        return transpose().rows(from, to).transpose();
    }

    /** The matrix as it lies in memory, before transposing. */
    INDArray array() {
        long down = transposed ? columns : rows;
        long across = transposed ? rows : columns;
        return buffer.shaped(offset, new long[] {down, across}, new long[] {leading, 1});
    }
}

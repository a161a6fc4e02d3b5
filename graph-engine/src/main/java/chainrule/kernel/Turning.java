package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.function.Function;

/**
 * The transpose of a matrix, written out: OpenBLAS multiplies small matrices twice as fast by one that lies as it is read,
 * which pays where many products use the same weights.
 */
public final class Turning implements Kernel {
    private final Matrix from;
    private final Matrix turned;
    private final Staging read;
    private final Staging written;

    private Turning(Matrix from, Matrix turned) {
        this.from = from;
        this.turned = turned;
        int size = from.rows() * from.columns();
        Precision precision = from.buffer().precision();
        this.read = Staging.of(precision, size);
        this.written = Staging.of(precision, size);
    }

    /**
     * @param matrix one that lies across
     * @param memory where memory for it comes from
     */
    public static Turning of(Matrix matrix, Function<Shape, Buffer> memory) {
        Buffer to = memory.apply(Shape.of(matrix.rows(), matrix.columns()));
        return new Turning(matrix, Matrix.of(to, matrix.rows(), matrix.columns()));
    }

    /** The same matrix as it lies after this has run. */
    public Matrix turned() {
        return turned;
    }

    @Override
    public void run() {
        int rows = from.rows();
        int columns = from.columns();
        read.read(from.buffer(), from.offset(), rows * columns);
        for (int row = 0; row < rows; row++) {
            written.take(row * columns, read, row, rows, columns);
        }
        written.write(turned.buffer(), 0, rows * columns);
    }
}

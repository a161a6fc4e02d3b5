package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Random;

/**
 * Rows of random tokens that should come out again, as they are or in reverse. A token is 1 + nextInt(symbols), drawn
 * row by row; 0 is kept for the start.
 *
 * @param n rows
 * @param length tokens in a row
 */
public record TokenRows(int n, int length, int symbols, boolean reversed, long seed) implements Recipe {
    @Override
    public Shape x() {
        return Shape.of(n, length);
    }

    @Override
    public Shape y() {
        return Shape.of(n, length);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        double[] x = new double[n * length];
        double[] y = new double[n * length];
        for (int i = 0; i < x.length; i++) {
            int at = i % length;
            x[i] = 1 + random.nextInt(symbols);
            y[reversed ? i - at + length - 1 - at : i] = x[i];
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}

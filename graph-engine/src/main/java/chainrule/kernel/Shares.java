package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Softmax of rows that lie one after the other: y = exp(scale · x) / Σ exp(scale · x).
 *
 * @param columns the length of a row
 */
public record Shares(int columns, double scale) {
    /** Elements from which on it pays to share the rows among threads. */
    private static final long SHARED_FROM = 1 << 13;

    /** y = the shares of x; a score counts where {@code allowed}, if there is one, is not 0. */
    Kernel of(Kernels k, Buffer x, @Nullable Buffer allowed, Buffer y) {
        if (blockwise(x)) {
            return shared(x, rows -> floats(rows, x, allowed, y));
        }
        List<Buffer> inputs = allowed == null ? List.of(x) : List.of(x, allowed);
        return k.lanes(this::row, Shape.of(rows(x), columns), List.of(1), inputs, y);
    }

    /** From shares and a direction, of them or of the scaled scores, to how the other moves: scale · y · (d − Σ y · d). */
    Kernel change(Kernels k, Buffer y, Buffer direction, Buffer result) {
        return blockwise(y)
                ? shared(y, rows -> floatChange(rows, y, direction, result))
                : k.lanes(this::changeOfRow, Shape.of(rows(y), columns), List.of(1), List.of(y, direction), result);
    }

    private boolean blockwise(Buffer x) {
        return x.precision() == Precision.FLOAT && columns <= Blocks.LENGTH && x.size() >= Blocks.WORTHWHILE;
    }

    /** Each thread takes some of the rows. */
    private Kernel shared(Buffer x, Together.Cut kernel) {
        return x.size() < SHARED_FROM
                ? kernel.kernel(new Together.Range(0, rows(x)))
                : Together.cut(x.team(), rows(x), 1, kernel);
    }

    private int rows(Buffer x) {
        return Math.toIntExact(x.size() / columns);
    }

    private Kernel floats(Together.Range rows, Buffer x, @Nullable Buffer allowed, Buffer y) {
        int most = Blocks.LENGTH / columns * columns;
        long end = (long) rows.to() * columns;
        return () -> {
            Blocks blocks = x.blocks();
            float[] scores = blocks.floats(0);
            float[] marks = blocks.floats(1);
            for (long at = (long) rows.from() * columns; at < end; at += most) {
                int n = (int) Math.min(most, end - at);
                x.read(at, scores, n);
                scale(scores, n);
                if (allowed != null) {
                    allowed.read(at, marks, n);
                    hide(scores, marks, n);
                }
                for (int row = 0; row < n; row += columns) {
                    lower(scores, row);
                }
                Floats.exp(scores, scores, n, blocks);
                for (int row = 0; row < n; row += columns) {
                    divide(scores, row);
                }
                y.write(at, scores, n);
            }
        };
    }

    private void scale(float[] scores, int n) {
        float factor = (float) scale;
        for (int i = 0; i < n; i++) {
            scores[i] *= factor;
        }
    }

    private static void hide(float[] scores, float[] marks, int n) {
        for (int i = 0; i < n; i++) {
            scores[i] = marks[i] == 0 ? Float.NEGATIVE_INFINITY : scores[i];
        }
    }

    private void lower(float[] scores, int row) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        int end = row + columns;
        int i = row;
        for (; i + 1 < end; i += 2) {
            a = Math.max(a, scores[i]);
            b = Math.max(b, scores[i + 1]);
        }
        float most = Math.max(a, b);
        if (i < end) {
            most = Math.max(most, scores[i]);
        }
        for (i = row; i < end; i++) {
            scores[i] -= most;
        }
    }

    private void divide(float[] powers, int row) {
        float factor = (float) (1 / sum(powers, row));
        for (int i = row; i < row + columns; i++) {
            powers[i] *= factor;
        }
    }

    /** The sum of a row, in four parts that do not wait for each other. */
    private double sum(float[] x, int row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = row + columns;
        int i = row;
        for (; i + 3 < end; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }

    private Kernel floatChange(Together.Range rows, Buffer y, Buffer direction, Buffer result) {
        int most = Blocks.LENGTH / columns * columns;
        float factor = (float) scale;
        long end = (long) rows.to() * columns;
        return () -> {
            Blocks blocks = y.blocks();
            float[] shares = blocks.floats(0);
            float[] moves = blocks.floats(1);
            float[] products = blocks.floats(2);
            for (long at = (long) rows.from() * columns; at < end; at += most) {
                int n = (int) Math.min(most, end - at);
                y.read(at, shares, n);
                direction.read(at, moves, n);
                for (int i = 0; i < n; i++) {
                    products[i] = shares[i] * moves[i];
                }
                for (int row = 0; row < n; row += columns) {
                    float inner = (float) sum(products, row);
                    for (int i = row; i < row + columns; i++) {
                        moves[i] = factor * shares[i] * (moves[i] - inner);
                    }
                }
                result.write(at, moves, n);
            }
        };
    }

    private void row(double[][] in, double[] out) {
        boolean all = in.length == 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < out.length; j++) {
            most = all || in[1][j] != 0 ? Math.max(most, scale * in[0][j]) : most;
        }
        double sum = 0;
        for (int j = 0; j < out.length; j++) {
            out[j] = all || in[1][j] != 0 ? Math.exp(scale * in[0][j] - most) : 0;
            sum += out[j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] /= sum;
        }
    }

    private void changeOfRow(double[][] in, double[] out) {
        double inner = 0;
        for (int j = 0; j < out.length; j++) {
            inner += in[0][j] * in[1][j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] = scale * in[0][j] * (in[1][j] - inner);
        }
    }
}

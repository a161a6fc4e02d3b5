package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Square pictures by formula, to try filters on; a picture's class is the position of its pattern in {@link Pattern}.
 *
 * @param size pixels on a side
 * @param pattern the only one, or empty for one picture of each
 */
public record ImagePatterns(int size, Optional<Pattern> pattern) implements Recipe {
    /** What a picture shows; pixels are from 0 to 1. */
    public enum Pattern {
        /** Dark on the left half, bright on the right. */
        STEP {
            @Override
            double at(int row, int column, int size) {
                return 2 * column >= size ? 1 : 0;
            }
        },
        /** Evenly brighter from left to right. */
        RAMP {
            @Override
            double at(int row, int column, int size) {
                return (double) column / (size - 1);
            }
        },
        /** Squares of two by two pixels, dark at the top left. */
        CHECKER {
            @Override
            double at(int row, int column, int size) {
                return (row / 2 + column / 2) % 2;
            }
        },
        /** A bright disc in the middle; its radius is a third of the side. */
        DISC {
            @Override
            double at(int row, int column, int size) {
                double middle = (size - 1) / 2.0;
                return Math.hypot(row - middle, column - middle) <= size / 3.0 ? 1 : 0;
            }
        },
        /** Vertical stripes two pixels wide, dark at the left. */
        STRIPES {
            @Override
            double at(int row, int column, int size) {
                return column / 2 % 2;
            }
        };

        abstract double at(int row, int column, int size);

        /** The id in a file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Shape x() {
        return Shape.of(shown().size(), 1, size, size);
    }

    @Override
    public Shape y() {
        return Shape.of(shown().size());
    }

    @Override
    public DataSet make() {
        double[] x = new double[Math.toIntExact(x().size())];
        double[] y = new double[shown().size()];
        for (int i = 0; i < y.length; i++) {
            Pattern drawn = shown().get(i);
            y[i] = drawn.ordinal();
            for (int p = 0; p < size * size; p++) {
                x[i * size * size + p] = drawn.at(p / size, p % size, size);
            }
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }

    private List<Pattern> shown() {
        return pattern.map(List::of).orElseGet(() -> Arrays.asList(Pattern.values()));
    }
}

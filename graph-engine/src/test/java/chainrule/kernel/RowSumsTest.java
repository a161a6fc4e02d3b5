package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Sums over strips of a larger shape, and the smaller one repeated over them, against loops that follow the definition. */
class RowSumsTest {
    @Test
    void sumsOverABatchAndBehindTheRows() {
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                check(k, Shape.of(3, 4, 5, 7), Shape.of(4, 1, 1));
                check(k, Shape.of(3, 4, 5, 7), Shape.of(3, 4, 1, 1));
                check(k, Shape.of(6, 1300), Shape.of(6, 1));
                check(k, Shape.of(2, 1, 8, 8), Shape.of(2, 1, 1, 1));
            }
        }
    }

    @Test
    void otherLayoutsAreSummedElseHow() {
        try (Words k = new Words(Precision.FLOAT)) {
            assertThat(Strips.of(Shape.of(20, 30), Shape.of(30))).isEmpty();
            assertThat(Strips.of(Shape.of(20, 30), Shape.scalar())).isEmpty();
            assertThat(Strips.of(Shape.of(3, 20, 30), Shape.of(3, 1, 30))).isEmpty();
            assertThat(Strips.of(Shape.of(20, 4), Shape.of(20, 1))).isEmpty();
            Buffer x = k.random(Shape.of(3, 20, 30), 1);
            Buffer y = k.scratch(Shape.of(3, 1, 30));
            k.map(Functions.SAME, x, y).run();
            assertThat(y.get(31)).isCloseTo(sum(x, 1, 1), within(1e-4));
        }
    }

    @Test
    void theGradientPassesWhereANumberIsPositive() {
        float[] x = {1, -1, 0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        try (Words k = new Words(Precision.FLOAT)) {
            Buffer at = k.scratch(Shape.of(1500));
            Buffer grad = k.random(at.shape(), 1);
            Buffer result = k.scratch(at.shape());
            for (int i = 0; i < at.size(); i++) {
                at.set(i, x[i % x.length]);
            }
            k.zip(Pairs.RELU_SLOPE, at, grad, result).run();
            for (int i = 0; i < at.size(); i++) {
                assertThat(result.get(i)).isEqualTo(x[i % x.length] > 0 ? grad.get(i) : 0);
            }
        }
    }

    private static double sum(Buffer x, int first, int last) {
        double sum = 0;
        for (int j = 0; j < 20; j++) {
            sum += x.get((first * 20L + j) * 30 + last);
        }
        return sum;
    }

    private static void check(Words k, Shape larger, Shape smaller) {
        Strips strips = Strips.of(larger, smaller).orElseThrow();
        Buffer x = k.random(larger, 1);
        Buffer y = k.random(smaller, 2);
        Buffer again = k.scratch(larger);
        Kernel sums = k.map(Functions.SAME, x, y);
        assertThat(sums).isInstanceOf(RowSums.class);
        sums.run();
        k.map(Functions.SAME, y, again).run();
        double[] expected = new double[(int) smaller.size()];
        for (int i = 0; i < x.size(); i++) {
            int row = i / strips.columns() % expected.length;
            expected[row] += x.get(i);
            assertThat(again.get(i)).isEqualTo(y.get(row));
        }
        for (int row = 0; row < expected.length; row++) {
            assertThat(y.get(row)).isCloseTo(expected[row], within(x.precision() == Precision.FLOAT ? 1e-3 : 1e-11));
        }
    }
}

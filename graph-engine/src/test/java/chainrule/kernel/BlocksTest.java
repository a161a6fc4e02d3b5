package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is computed block by block agrees with what is computed element by element. */
class BlocksTest {
    private static final List<Integer> SIZES = List.of(1, 23, 24, 1023, 1024, 1025, 5000);
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1e-45,
        -1e-45,
        1e-30,
        88,
        -88,
        104,
        -104,
        1e30,
        -1e30,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @ParameterizedTest
    @EnumSource(Functions.class)
    void functionsOfOneNumber(Functions f) {
        for (Precision precision : Precision.values()) {
            for (int size : SIZES) {
                try (Words k = new Words(precision)) {
                    Buffer x = k.random(Shape.of(size), size);
                    Buffer y = k.scratch(x.shape());
                    k.map(f, x, y).run();
                    for (int i = 0; i < size; i++) {
                        assertClose(y.get(i), f.at(x.get(i)), precision, f + " at " + x.get(i));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Pairs.class)
    void functionsOfTwoNumbers(Pairs f) {
        for (Precision precision : Precision.values()) {
            for (int size : SIZES) {
                try (Words k = new Words(precision)) {
                    Buffer a = k.random(Shape.of(size), size);
                    Buffer b = k.random(Shape.of(size), -size);
                    Buffer y = k.scratch(a.shape());
                    k.zip(f, a, b, y).run();
                    for (int i = 0; i < size; i++) {
                        assertThat(y.get(i))
                                .as(f + " at " + a.get(i))
                                .isCloseTo(f.at(a.get(i), b.get(i)), within(tolerance(precision, 1000)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Functions.class,
            names = {"SIN", "COS"},
            mode = EnumSource.Mode.EXCLUDE)
    void specialNumbersOfFunctions(Functions f) {
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                Buffer x = special(k);
                Buffer y = k.scratch(x.shape());
                k.map(f, x, y).run();
                for (int i = 0; i < SPECIAL.length; i++) {
                    double expected = precision == Precision.FLOAT ? (float) f.at(x.get(i)) : f.at(x.get(i));
                    assertClose(y.get(i), expected, precision, f + " at " + x.get(i));
                }
            }
        }
    }

    @Test
    void reluPassesTheGradientOfPositiveNumbersOnly() {
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                Buffer x = special(k);
                Buffer y = k.scratch(x.shape());
                Buffer infinite = k.scratch(x.shape());
                infinite.fill(Double.NEGATIVE_INFINITY);
                k.zip(Pairs.RELU_SLOPE, x, infinite, y).run();
                for (int i = 0; i < SPECIAL.length; i++) {
                    assertThat(y.get(i)).as("at " + x.get(i)).isEqualTo(x.get(i) > 0 ? Double.NEGATIVE_INFINITY : 0);
                }
            }
        }
    }

    @Test
    void rowsAndColumnsAreRepeatedAndSummed() {
        Binary mix = (p, q) -> p * q + p;
        Shape matrix = Shape.of(40, 1100);
        for (Precision precision : Precision.values()) {
            for (Shape other : List.of(Shape.of(1100), Shape.of(40, 1), Shape.scalar(), matrix)) {
                for (Shape result : List.of(matrix, Shape.of(1100), Shape.of(40, 1), Shape.scalar())) {
                    try (Words k = new Words(precision)) {
                        Buffer a = k.random(matrix, 1);
                        Buffer b = k.random(other, 2);
                        Buffer y = k.scratch(result);
                        k.zip(mix, a, b, y).run();
                        assertThat(y.snapshot().toArray())
                                .as(other + " to " + result)
                                .containsExactly(naive(mix, a, b, y), within(tolerance(precision, 2e4)));
                    }
                }
            }
        }
    }

    @Test
    void threeOperandsInLongRuns() {
        Ternary f = (p, q, r) -> p * q + r;
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                Buffer a = k.random(Shape.of(3, 1500), 1);
                Buffer b = k.random(Shape.of(1500), 2);
                Buffer c = k.random(Shape.of(3, 1), 3);
                Buffer y = k.scratch(a.shape());
                k.zip(f, a, b, c, y).run();
                for (int i = 0; i < y.size(); i++) {
                    double expected = f.at(a.get(i), b.get(i % 1500), c.get(i / 1500));
                    assertThat(y.get(i)).isCloseTo(expected, within(tolerance(precision, 10)));
                }
            }
        }
    }

    @Test
    void stretchesAreMovedAsElementsAre() {
        int[] from = IntStream.range(0, 400).map(i -> i % 100 < 30 ? -1 : 7 + i).toArray();
        int[] twice = IntStream.range(0, 200).map(i -> i % 100).toArray();
        try (Words k = new Words(Precision.FLOAT)) {
            Buffer x = k.random(Shape.of(500), 1);
            Buffer gathered = k.scratch(Shape.of(400));
            k.gather(x, from, gathered).run();
            for (int i = 0; i < from.length; i++) {
                assertThat(gathered.get(i)).isEqualTo(from[i] < 0 ? 0 : x.get(from[i]));
            }
            Buffer back = k.scratch(Shape.of(500));
            back.fill(9);
            k.scatterAdd(gathered, from, back).run();
            assertThat(back.get(0)).isZero();
            assertThat(back.get(37)).isEqualTo(x.get(37));
            assertThat(k.scatterAdd(gathered, from, back)).isInstanceOfSatisfying(Scattering.class, scattering -> {
                assertThat(scattering.writes(back)).isTrue();
                scattering.added().run();
                assertThat(back.get(37)).isEqualTo(2 * x.get(37));
            });
            Buffer ones = k.scratch(Shape.of(200));
            ones.fill(1);
            Buffer summed = k.scratch(Shape.of(100));
            k.scatterAdd(ones, twice, summed).run();
            assertThat(summed.snapshot().toArray()).containsOnly(2);
            ((Scattering) k.scatterAdd(ones, twice, summed)).added().run();
            assertThat(summed.snapshot().toArray()).containsOnly(4);
            k.place(ones, IntStream.range(100, 300).toArray(), back).run();
            assertThat(back.get(100)).isOne();
        }
    }

    private static Buffer special(Words k) {
        Buffer x = k.scratch(Shape.of(SPECIAL.length + 100));
        for (int i = 0; i < SPECIAL.length; i++) {
            x.set(i, SPECIAL[i]);
        }
        return x;
    }

    /** For a matrix a, and b and y that broadcast with it. */
    private static double[] naive(Binary f, Buffer a, Buffer b, Buffer y) {
        double[] result = new double[(int) y.size()];
        long[] ofB = b.shape().stridesWithin(a.shape());
        long[] ofY = y.shape().stridesWithin(a.shape());
        for (int i = 0; i < a.shape().dim(0); i++) {
            for (int j = 0; j < a.shape().dim(1); j++) {
                double value = f.at(a.get((long) i * a.shape().dim(1) + j), b.get(i * ofB[0] + j * ofB[1]));
                result[(int) (i * ofY[0] + j * ofY[1])] += value;
            }
        }
        return Tensor.of(y.shape(), result).toArray();
    }

    private static void assertClose(double found, double expected, Precision precision, String what) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(Double.valueOf(found)).as(what).isEqualTo(Double.valueOf(expected));
        } else {
            // Powers of e below the normal range of floats may become 0.
            double least = precision == Precision.FLOAT ? 1e-37 : 0;
            assertThat(found).as(what).isCloseTo(expected, within(least + tolerance(precision, Math.abs(expected))));
        }
    }

    private static double tolerance(Precision precision, double size) {
        return (precision == Precision.FLOAT ? 4e-7 : 1e-12) * size;
    }
}

package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Pooling of all geometries, with ties, zeros of both signs, infinities and NaN, against loops that follow the definition. */
class PoolsTest {
    private static final double[] VALUES = {
        0, -0.0, 1, 1, -1, -1, 2, 0.5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, 1e-40, -1e-40
    };

    @RepeatedTest(200)
    void largest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Pooling pooling = new Pooling(1 + random.nextInt(3), window(random), window(random));
        int values = random.nextBoolean() ? VALUES.length : 8;
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                Buffer x = k.scratch(Shape.of(pooling.planes() * pooling.plane()));
                for (int i = 0; i < x.size(); i++) {
                    x.set(i, VALUES[random.nextInt(values)]);
                }
                Buffer grad = k.random(Shape.of(pooling.planes() * pooling.steps()), 1);
                Buffer y = k.scratch(grad.shape());
                Buffer back = k.random(x.shape(), 2);
                k.takeLargest(pooling, x, x, y).run();
                k.giveLargest(pooling, x, grad, back).run();
                Buffer taken = k.scratch(grad.shape());
                k.takeLargest(pooling, x, back, taken).run();
                double[] expected = new double[(int) x.size()];
                for (int i = 0; i < y.size(); i++) {
                    int winner = winner(pooling, x, i);
                    assertThat(Double.valueOf(y.get(i) + 0.0)).isEqualTo(Double.valueOf(x.get(winner) + 0.0));
                    assertThat(taken.get(i)).isEqualTo(back.get(winner));
                    expected[winner] = rounded(expected[winner] + grad.get(i), precision);
                }
                assertThat(back.snapshot().toArray()).isEqualTo(expected);
            }
        }
    }

    private static double rounded(double x, Precision precision) {
        return precision == Precision.FLOAT ? (float) x : x;
    }

    private static int winner(Pooling pooling, Buffer x, int window) {
        int[] places = pooling.places(-1);
        int step = window % pooling.steps();
        int plane = window / pooling.steps() * pooling.plane();
        int winner = -1;
        for (int i = step * pooling.area(); i < (step + 1) * pooling.area(); i++) {
            if (places[i] >= 0) {
                double value = x.get(plane + places[i]);
                winner = winner < 0 || value > x.get(winner) || Double.isNaN(value) ? plane + places[i] : winner;
            }
        }
        return winner;
    }

    private static Window window(Random random) {
        int kernel = 1 + random.nextInt(3);
        return new Window(kernel + random.nextInt(5), kernel, 1 + random.nextInt(3), random.nextInt(kernel / 2 + 1), 1);
    }
}

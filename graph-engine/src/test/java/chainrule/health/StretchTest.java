package chainrule.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the largest stretch of a matrix has to obey. */
class StretchTest {
    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return matrix;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double length(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double x : row) {
                sum += x * x;
            }
        }
        return Math.sqrt(sum);
    }

    @Property(tries = 200)
    void liesBetweenTheLengthAndItsShare(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns) {
        double[][] matrix = matrix(new Random(seed), rows, columns);
        double stretch = Stretch.of(matrix);
        assertThat(stretch).isLessThanOrEqualTo(length(matrix) * (1 + 1e-12));
        assertThat(stretch * Math.sqrt(Math.min(rows, columns))).isGreaterThanOrEqualTo(length(matrix) * (1 - 1e-12));
    }

    @Property(tries = 200)
    void noVectorIsStretchedMoreAndAProductNotMoreThanItsFactors(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
        Random random = new Random(seed);
        double[][] a = matrix(random, n, n);
        double[][] b = matrix(random, n, n);
        double[][] vector = matrix(random, n, 1);
        assertThat(length(product(a, vector))).isLessThanOrEqualTo(Stretch.of(a) * length(vector) * (1 + 1e-12));
        assertThat(Stretch.of(product(a, b))).isLessThanOrEqualTo(Stretch.of(a) * Stretch.of(b) * (1 + 1e-12));
    }

    @Property(tries = 100)
    void turningChangesNothingAndScalingScales(
            @ForAll long seed, @ForAll @IntRange(min = -200, max = 200) int exponent) {
        Random random = new Random(seed);
        double angle = random.nextDouble() * 6;
        double[][] turn = {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
        double[][] stretched = product(turn, new double[][] {{3, 0}, {0, 0.5}});
        assertThat(Stretch.of(stretched)).isCloseTo(3, within(1e-12));
        double scale = Math.pow(10, exponent);
        for (double[] row : stretched) {
            row[0] *= scale;
            row[1] *= scale;
        }
        assertThat(Stretch.of(stretched) / scale).isCloseTo(3, within(1e-9));
    }

    @Example
    void whatIsNotFiniteHasNone() {
        assertThat(Stretch.of(new double[][] {{0, 0}})).isZero();
        assertThat(Stretch.of(new double[][] {{1, Double.NaN}})).isNaN();
        assertThat(Stretch.of(new double[][] {{-2}})).isEqualTo(2);
    }
}

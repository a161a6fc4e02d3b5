package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far the approximations for floats are from the exact functions. */
class FloatsTest {
    private static final double TOLERANCE = 4e-7;

    private final float[] x = new float[400];
    private final float[] y = new float[400];

    FloatsTest() {
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 200) * 0.4371f;
        }
    }

    @Test
    void theLogisticFunctionIsExactToAFloatOnBothSides() {
        Floats.logistic(x, y, x.length, new Blocks());
        for (int i = 0; i < x.length; i++) {
            double exact = 1 / (1 + Math.exp(-(double) x[i]));
            assertThat(Math.abs(y[i] / exact - 1)).as("at %s", x[i]).isLessThan(TOLERANCE);
        }
    }

    @Test
    void farOutTheLogisticFunctionIsFlatAndANumberThatIsNoneStaysNone() {
        float[] far = {1000, Float.POSITIVE_INFINITY, -1000, Float.NEGATIVE_INFINITY, Float.NaN};
        Floats.logistic(far, y, far.length, new Blocks());
        assertThat(y[0]).isEqualTo(1);
        assertThat(y[1]).isEqualTo(1);
        assertThat(y[2]).isBetween(0f, 1e-38f);
        assertThat(y[3]).isBetween(0f, 1e-38f);
        assertThat(y[4]).isNaN();
    }
}

package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Functions of doubles against those of the platform. */
class DoublesTest {
    @Test
    void tanhIsThatOfThePlatformToTheLastDigits() {
        for (double x = 1e-9; x < 400; x *= 1.01) {
            double expected = Math.tanh(x);
            assertThat(Doubles.tanh(x)).isCloseTo(expected, within(4 * Math.ulp(expected)));
            assertThat(Doubles.tanh(-x)).isEqualTo(-Doubles.tanh(x));
        }
    }

    @Test
    void whatIsNoOrdinaryNumberStaysSo() {
        assertThat(Doubles.tanh(Double.NaN)).isNaN();
        assertThat(Doubles.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Doubles.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(1 / Doubles.tanh(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}

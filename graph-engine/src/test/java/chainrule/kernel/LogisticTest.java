package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogisticTest {
    @Test
    void neverOverflows() {
        assertThat(Logistic.at(0)).isEqualTo(0.5);
        assertThat(Logistic.at(800)).isEqualTo(1);
        assertThat(Logistic.at(-800)).isZero();
        assertThat(Logistic.at(-700)).isEqualTo(Math.exp(-700));
        assertThat(Logistic.at(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Logistic.at(Double.NaN)).isNaN();
    }
}

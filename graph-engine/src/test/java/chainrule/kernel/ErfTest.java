package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.Fixtures;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErfTest {
    @Test
    void agreesWithTheReferenceTable() {
        for (JsonNode row : Fixtures.read("erf.json")) {
            double x = row.get("x").asDouble();
            double phi = row.get("Phi").asDouble();
            assertThat(Erf.erf(x)).as("erf(%s)", x).isCloseTo(row.get("erf").asDouble(), within(1e-14));
            assertThat(Erf.normal(x)).as("Φ(%s)", x).isCloseTo(phi, within(1e-14 * phi));
        }
    }

    /** Values of Abramowitz and Stegun, table 7.3, and of arbitrary-precision arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "0.46875, 0.5073865267820619",
        "2, 0.004677734981047266",
        "4, 1.541725790028002e-8",
        "5, 1.5374597944280347e-12",
        "10, 2.088487583762545e-45",
        "26, 5.663192408856143e-296"
    })
    void theComplementKeepsItsDigitsFarOut(double x, double expected) {
        assertThat(Erf.erfc(x)).isCloseTo(expected, within(4e-15 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.46875, 0.5, 1, 3.9, 4, 4.1, 6})
    void isOddAndTheTwoSumToOne(double x) {
        assertThat(Erf.erf(-x)).isEqualTo(-Erf.erf(x));
        assertThat(Erf.erf(x) + Erf.erfc(x)).isCloseTo(1, within(1e-15));
        assertThat(Erf.erf(-x) + Erf.erfc(-x)).isCloseTo(1, within(1e-15));
    }

    @Test
    void endsAreExactAndNaNStaysNaN() {
        assertThat(Erf.erf(0)).isZero();
        assertThat(Erf.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Erf.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Erf.erfc(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Erf.erfc(Double.MAX_VALUE)).isZero();
        assertThat(Erf.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
        assertThat(Erf.erf(Double.NaN)).isNaN();
        assertThat(Erf.erfc(Double.NaN)).isNaN();
    }
}

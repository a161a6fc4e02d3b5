package chainrule.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static String put(String formula, Map<String, String> numbers) {
        return Formula.substitute(formula, symbol -> numbers.getOrDefault(symbol, symbol));
    }

    @Test
    void numbersThatComeSideBySideAreMultipliedInSight() {
        assertThat(put("2x", Map.of("x", "3"))).isEqualTo("2·3");
        assertThat(put("2x", Map.of("x", "-3"))).isEqualTo("2·-3");
        assertThat(put("2x", Map.of("x", "w"))).isEqualTo("2w");
        assertThat(put("2·x + x", Map.of("x", "3"))).isEqualTo("2·3 + 3");
    }
}

package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLI = 1_000_000;

    @Test
    void whatTakesLongIsToldLessOften() {
        Pace pace = new Pace();
        pace.begin();
        assertThat(pace.due(0)).isTrue();
        pace.told(0, MILLI);
        assertThat(pace.due(60 * MILLI)).isFalse();
        assertThat(pace.due(61 * MILLI)).isTrue();
        pace.told(100 * MILLI, 200 * MILLI);
        assertThat(pace.due(599 * MILLI)).isFalse();
        assertThat(pace.due(600 * MILLI)).isTrue();
        pace.begin();
        assertThat(pace.due(201 * MILLI)).isTrue();
    }
}

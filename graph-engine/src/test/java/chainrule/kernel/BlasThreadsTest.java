package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlasThreadsTest {
    @Test
    void onlyLongProductsWakeOtherThreads() {
        assertThat(BlasThreads.of(128.0 * 128 * 128, 4)).isEqualTo(1);
        assertThat(BlasThreads.of(256.0 * 256 * 256, 4)).isEqualTo(4);
        assertThat(BlasThreads.of(256.0 * 256 * 256, 1)).isEqualTo(1);
    }

    @Test
    void theEnvironmentSaysHowManyThereAre() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(BlasThreads.asked(Map.of("OPENBLAS_NUM_THREADS", "3", "OMP_NUM_THREADS", "2")))
                .isEqualTo(3);
        assertThat(BlasThreads.asked(Map.of("OMP_NUM_THREADS", "2"))).isEqualTo(2);
        assertThat(BlasThreads.asked(Map.of("OMP_NUM_THREADS", "many"))).isEqualTo(processors);
        assertThat(BlasThreads.asked(Map.of())).isEqualTo(processors);
    }
}

package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten thousand steps leave the memory where it was. Each training has a process of its own, whose heap is in the machine's
 * memory from the start, so that what grows there is memory outside of Java.
 */
@Timeout(120)
class SteadyMemoryTest {
    /** What the virtual machine may add for code that it compiles late: less than half a kilobyte a step. */
    private static final long MOST_RESIDENT = 4 << 20;
    /** What may stay on the heap: the history of losses and times, which is 16 bytes a step. */
    private static final long MOST_HEAP = 1 << 20;

    private record Held(long resident, long heap) {
        static Held of(String line) {
            String[] words = line.split(" ", -1);
            return new Held(Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    @BeforeEach
    void whereTheMachineSaysWhatAProcessHolds() {
        assumeThat(Path.of("/proc/self/status")).exists();
    }

    @ParameterizedTest
    @CsvSource({"neuron, sgd", "mlp, adam", "lstm, rmsprop"})
    void tenThousandStepsLeaveTheMemoryWhereItWas(String graph, String optimizer) throws Exception {
        List<Held> held = trained(graph, optimizer);
        assertThat(held.get(1).resident - held.get(0).resident)
                .as("outside of Java")
                .isLessThan(MOST_RESIDENT);
        assertThat(held.get(1).heap - held.get(0).heap).as("on the heap").isLessThan(MOST_HEAP);
    }

    @Test
    void aKilobyteThatEachStepLeavesBehindIsSeen() throws Exception {
        List<Held> held = trained("neuron", "sgd", "leaking");
        assertThat(held.get(1).resident - held.get(0).resident).isGreaterThan(2 * MOST_RESIDENT);
    }

    private static List<Held> trained(String... words) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xms96m", "-Xmx96m"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), LongTraining.class.getName()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // One arena: else what a thread of the virtual machine frees stays with that thread.
        builder.environment().putAll(Map.of("MALLOC_ARENA_MAX", "1", "OPENBLAS_NUM_THREADS", "1"));
        Process process = builder.start();
        try (BufferedReader said = process.inputReader()) {
            List<Held> held = said.lines()
                    .filter(line -> line.startsWith("holds "))
                    .map(Held::of)
                    .toList();
            assertThat(process.waitFor()).as("exit code").isZero();
            assertThat(held).hasSize(2);
            return held;
        } finally {
            process.destroyForcibly();
        }
    }
}

package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.io.GraphFile;
import chainrule.tensor.Precision;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training step of any preset allocates nothing for its nodes once it is warm: an array of ND4J would be an object, too. */
class AllocationTest {
    private static final long BUDGET = 1L << 30;
    private static final int WARM = 200;
    private static final int STEPS = 200;
    /** What a step may allocate whatever the graph. */
    private static final double MOST_BYTES_A_STEP = 256;

    static Stream<Preset> presetsThatTrain() {
        return new PresetCatalog(StandardCatalog.create())
                .all().stream().filter(preset -> preset.file().trained().isPresent());
    }

    @ParameterizedTest
    @MethodSource("presetsThatTrain")
    void aStepAllocatesNothingForItsNodes(Preset preset) throws TrainingProblem {
        GraphFile file = preset.file();
        for (Precision precision : Precision.values()) {
            assertThat(bytesAStep(file, precision)).as("%s", precision).isLessThan(MOST_BYTES_A_STEP);
        }
    }

    private static double bytesAStep(GraphFile file, Precision precision) throws TrainingProblem {
        Training training = file.trained().orElseThrow().withSteps(WARM + STEPS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        try (TrainingRun run = TrainingRun.of(plan(file, precision), training)) {
            run.run(WARM, (done, loss) -> true);
            long before = threads.getThreadAllocatedBytes(self);
            run.run(WARM + STEPS, (done, loss) -> true);
            return (double) (threads.getThreadAllocatedBytes(self) - before) / STEPS;
        }
    }

    private static ExecutionPlan plan(GraphFile file, Precision precision) {
        Compilation compilation = ExecutionPlan.compile(file.graph(), precision, BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }
}

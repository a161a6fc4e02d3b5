package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.kernel.Engine;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preset computes the same by ND4J's operations alone, observed and fast. */
class EnginesTest {
    private static final long BUDGET = 1L << 30;
    private static final double TOLERANCE = 1e-12;

    static Stream<Preset> presets() {
        return new PresetCatalog(StandardCatalog.create()).all().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void operationsComputeWhatLoopsDo(Preset preset) {
        ExecutionPlan plan = plan(preset.file());
        List<NodeId> learned = plan.trainable();
        try (Workspace loops = new Workspace(plan, Engine.LOOPS);
                Workspace operations = new Workspace(plan, Engine.OPERATIONS);
                FastPass fast = FastPass.of(plan, learned, Engine.OPERATIONS)) {
            loops.run();
            operations.run();
            fast.run();
            for (Source source : plan.shapes().keySet()) {
                assertClose(source + "", loops.value(source), operations.value(source));
            }
            for (NodeId id : learned) {
                Tensor gradient = loops.gradient(Source.of(id)).orElseThrow();
                assertClose(
                        "ḡ of " + id,
                        gradient,
                        operations.gradient(Source.of(id)).orElseThrow());
                assertClose(
                        "fast ḡ of " + id,
                        gradient,
                        fast.gradient(Source.of(id)).orElseThrow());
            }
        }
    }

    private static ExecutionPlan plan(GraphFile file) {
        Compilation compilation = ExecutionPlan.compile(file.graph(), Precision.DOUBLE, BUDGET);
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static void assertClose(String what, Tensor expected, Tensor actual) {
        double size = 1;
        for (double e : expected.toArray()) {
            size = Math.max(size, Math.abs(e));
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.at(i)).as("%s at %d", what, i).isEqualTo(expected.at(i), within(TOLERANCE * size));
        }
    }
}

package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.UpdateRule;
import chainrule.train.Updates;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast pass, by which graphs are trained, and the observed pass, which the learner sees, give the same numbers. */
class FastPassTest {
    private static final long BUDGET = 1L << 30;
    private static final int STEPS = 3;

    static Stream<Arguments> presetsInBothPrecisions() {
        return new PresetCatalog(StandardCatalog.create())
                .all().stream().flatMap(preset -> Stream.of(Precision.values()).map(p -> Arguments.of(preset, p)));
    }

    @ParameterizedTest
    @MethodSource("presetsInBothPrecisions")
    void trainsAsTheObservedPassDoes(Preset preset, Precision precision) throws TrainingProblem {
        GraphFile file = preset.file();
        ExecutionPlan plan = plan(file, precision);
        Training training = file.trained().orElse(Training.standard());
        List<NodeId> learned = plan.trainable();
        double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
        try (Workspace observed = new Workspace(plan);
                FastPass fast = FastPass.of(plan, learned)) {
            Updates observedUpdates = new Updates(UpdateRule.of(training), observed, learned);
            Updates fastUpdates = new Updates(UpdateRule.of(training), fast, learned);
            for (int step = 0; step < STEPS; step++) {
                observed.run();
                fast.run();
                compareGradients(observed, fast, tolerance);
                observedUpdates.step();
                fastUpdates.step();
                observed.advance();
                fast.advance();
                observed.runForward();
                fast.runForward();
                compareValues(observed, fast, tolerance);
            }
            assertThat(fast.bytes()).isPositive();
        }
    }

    private static void compareValues(Workspace observed, FastPass fast, double tolerance) {
        for (Source source : observed.plan().shapes().keySet()) {
            assertClose(source.toString(), observed.value(source), fast.value(source), tolerance);
        }
    }

    private static void compareGradients(Workspace observed, FastPass fast, double tolerance) {
        for (NodeId id : fast.learned()) {
            Source source = Source.of(id);
            Tensor expected = observed.gradient(source).orElseThrow();
            assertClose("gradient of " + id, expected, fast.gradient(source).orElseThrow(), tolerance);
        }
        if (observed.plan().root().isPresent()) {
            assertClose("loss", Tensor.scalar(observed.loss()), Tensor.scalar(fast.loss()), tolerance);
        }
    }

    private static ExecutionPlan plan(GraphFile file, Precision precision) {
        Compilation compilation = ExecutionPlan.compile(file.graph(), precision, BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected.at(i)));
            boolean close = Double.compare(expected.at(i), actual.at(i)) == 0
                    || Math.abs(expected.at(i) - actual.at(i)) <= allowed;
            assertThat(close)
                    .as("%s at %d: observed %s, fast %s", what, i, expected.at(i), actual.at(i))
                    .isTrue();
        }
    }
}

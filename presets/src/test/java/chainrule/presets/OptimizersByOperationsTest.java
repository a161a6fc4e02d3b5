package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Engine;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.train.Checkpoint;
import chainrule.train.Clip;
import chainrule.train.Optimizer;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import chainrule.train.UpdateRule;
import chainrule.train.Updates;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training by ND4J's operations alone moves parameters as training by loops does, with every optimiser and clipping. */
class OptimizersByOperationsTest {
    private static final List<String> PRESETS = List.of("b3-mazur", "p1-xor-tanh", "r6-sine", "c5-bars");
    private static final int STEPS = 4;
    private static final long BUDGET = 1L << 28;

    private final PresetCatalog catalog = new PresetCatalog(StandardCatalog.create());

    static Stream<Training> trainings() {
        List<Part> clips = Arrays.asList(
                null, Part.of("").with("max_norm", 0.01), Part.of("").with("clip_value", 0.002));
        return OptimizerKind.ids().stream().flatMap(id -> clips.stream().flatMap(clip -> {
            Training training = Training.of(id, 0.01, STEPS).withClip(clip);
            Part decaying = training.optimizer().with("weight_decay", 0.1);
            boolean decays = Stream.of(OptimizerKind.values())
                    .filter(kind -> kind.id().equals(id))
                    .anyMatch(kind ->
                            kind.params().stream().anyMatch(p -> p.name().equals("weight_decay")));
            return decays ? Stream.of(training, training.withOptimizer(decaying)) : Stream.of(training);
        }));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void parametersMoveTheSameWayInDouble(Training training) throws TrainingProblem {
        for (String preset : PRESETS) {
            assertSame(preset, training, Precision.DOUBLE, 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void parametersMoveTheSameWayInFloat(Training training) throws TrainingProblem {
        assertSame("b3-mazur", training, Precision.FLOAT, 1e-5);
        assertSame("p1-xor-tanh", training, Precision.FLOAT, 1e-5);
    }

    @Test
    void noOptimiserAndNoClippingIsLeftOut() throws TrainingProblem {
        Set<Class<?>> met = new HashSet<>();
        for (Training training : trainings().toList()) {
            UpdateRule rule = UpdateRule.of(training);
            met.add(rule.optimizer().getClass());
            met.add(rule.clip().getClass());
        }
        assertThat(met)
                .contains(Optimizer.class.getPermittedSubclasses())
                .contains(Clip.class.getPermittedSubclasses());
    }

    @Test
    void aStepThatIsLeftAtAnyPlaceGoesOnToTheSameNumbers() throws TrainingProblem {
        ExecutionPlan plan = plan("p1-xor-tanh", Precision.DOUBLE);
        Training training = Training.of("adam", 0.1, 1).withClip(Part.of("").with("max_norm", 0.01));
        List<NodeId> learned = plan.trainable();
        try (FastPass whole = FastPass.of(plan, learned, Engine.OPERATIONS)) {
            AtomicLong asked = new AtomicLong();
            Updates undisturbed = new Updates(UpdateRule.of(training), whole, learned);
            whole.run();
            whole.stopWhen(() -> asked.incrementAndGet() < 0);
            undisturbed.step();
            for (int place = 1; place <= asked.get(); place++) {
                try (FastPass left = FastPass.of(plan, learned, Engine.OPERATIONS)) {
                    assertGoesOn(left, new Updates(UpdateRule.of(training), left, learned), place);
                    for (NodeId id : learned) {
                        assertThat(left.value(Source.of(id)))
                                .as("%s, left at question %d", id, place)
                                .isEqualTo(whole.value(Source.of(id)));
                    }
                }
            }
        }
    }

    private static void assertGoesOn(FastPass pass, Updates updates, int place) {
        pass.run();
        AtomicInteger asked = new AtomicInteger();
        pass.stopWhen(() -> asked.incrementAndGet() == place);
        assertThatThrownBy(updates::step).isInstanceOf(CancellationException.class);
        updates.step();
        assertThat(updates.done()).isEqualTo(1);
    }

    /** With a checkpoint and a look at a step on the way. */
    @Test
    void aWholeTrainingGoesTheSameWay() throws TrainingProblem {
        Training training = Training.of("adam", 0.01, 40).withClip(Part.of("").with("max_norm", 0.5));
        double[] loops = losses(training);
        String before = System.getProperty(Engine.PROPERTY, "");
        System.setProperty(Engine.PROPERTY, "operations");
        try {
            assertThat(losses(training)).containsExactly(loops, within(1e-9));
        } finally {
            System.setProperty(Engine.PROPERTY, before);
        }
    }

    private double[] losses(Training training) throws TrainingProblem {
        try (TrainingRun run = TrainingRun.of(plan("p1-spiral", Precision.DOUBLE), training)) {
            run.run(20, (done, loss) -> true);
            Checkpoint middle = run.checkpoint();
            run.observe();
            run.run(30, (done, loss) -> true);
            run.restore(middle);
            run.run(40, (done, loss) -> true);
            return run.losses();
        }
    }

    private void assertSame(String preset, Training training, Precision precision, double tolerance)
            throws TrainingProblem {
        ExecutionPlan plan = plan(preset, precision);
        List<NodeId> learned = plan.trainable();
        UpdateRule rule = UpdateRule.of(training);
        try (FastPass loops = FastPass.of(plan, learned, Engine.LOOPS);
                FastPass operations = FastPass.of(plan, learned, Engine.OPERATIONS)) {
            Updates looped = new Updates(rule, loops, learned);
            Updates programmed = new Updates(rule, operations, learned);
            for (int i = 0; i < STEPS; i++) {
                loops.run();
                looped.step();
                operations.run();
                programmed.step();
            }
            for (NodeId id : learned) {
                assertClose(
                        preset + " " + id + " " + training,
                        loops.value(Source.of(id)),
                        operations.value(Source.of(id)),
                        tolerance);
            }
        }
    }

    private ExecutionPlan plan(String preset, Precision precision) {
        Compilation compilation =
                ExecutionPlan.compile(catalog.find(preset).orElseThrow().file().graph(), precision, BUDGET);
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            double size = Math.max(1, Math.abs(expected.at(i)));
            assertThat(actual.at(i)).as("%s at %d", what, i).isEqualTo(expected.at(i), within(tolerance * size));
        }
    }
}

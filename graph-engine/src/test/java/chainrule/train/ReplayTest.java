package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Going back in a training and on again gives the bits of the training that was never interrupted. */
class ReplayTest {
    private static final int STEPS = 40;
    private static final NodeId LOSS = NodeId.of("L");

    @Property(tries = 60)
    void everyStepIsTheSameBits(
            @ForAll long seed, @ForAll @IntRange(max = 7) int batch, @ForAll @IntRange(max = 50_000) int bytes)
            throws TrainingProblem {
        Random random = new Random(seed);
        Precision precision = Precision.values()[random.nextInt(2)];
        ExecutionPlan plan = Plans.of(graph(batch, random.nextInt(100)), precision);
        Training training = training(random);
        List<Map<NodeId, Tensor>> weights = new ArrayList<>();
        Checkpoints checkpoints = new Checkpoints(bytes);
        double[] losses;
        try (TrainingRun run = TrainingRun.of(plan, training)) {
            checkpoints.visit(run);
            for (int step = 0; step < STEPS; step++) {
                weights.add(run.checkpoint().parameters());
                run.step();
                checkpoints.visit(run);
            }
            losses = run.losses();
        }
        assertThat(checkpoints.count() == 1 || checkpoints.bytes() <= bytes).isTrue();
        double tolerance = precision == Precision.DOUBLE ? 1e-10 : 1e-3;
        try (Replay replay = Replay.of(plan, training, checkpoints)) {
            for (int jump = 0; jump < 12; jump++) {
                int step = random.nextInt(STEPS);
                assertThat(replay.distance(step)).isBetween(0, Math.max(step, checkpoints.every()));
                assertThat(replay.at(step).parameters())
                        .as("after %d steps", step)
                        .isEqualTo(weights.get(step));
                ObservedStep observed = replay.step(step);
                assertThat(observed.step()).isEqualTo(step);
                assertThat(observed.trace().end().value(LOSS).orElseThrow().item())
                        .as("loss of step %d", step)
                        .isCloseTo(losses[step], within(tolerance * Math.max(1, losses[step])));
                assertThat(replay.at(step).parameters()).isEqualTo(weights.get(step));
                for (ParameterUpdate update : observed.updates()) {
                    double[] next = step + 1 < STEPS
                            ? Objects.requireNonNull(weights.get(step + 1).get(update.parameter()))
                                    .toArray()
                            : update.value().toArray();
                    assertThat(update.value().toArray()).containsExactly(next, within(tolerance));
                }
            }
        }
    }

    @Example
    void checkpointsThinOutWhereTheyWouldTakeTooMuch() throws TrainingProblem {
        ExecutionPlan plan =
                Plans.of(new Sketch().param("w", 1).node("L", "square", "w").graph());
        Checkpoints checkpoints = new Checkpoints(5 * 360);
        try (TrainingRun run = TrainingRun.of(plan, Training.of("sgd", 0.1, 100))) {
            checkpoints.visit(run);
            run.run(100, (done, loss) -> {
                checkpoints.visit(run);
                return true;
            });
        }
        assertThat(checkpoints.every()).isEqualTo(32);
        assertThat(checkpoints.count()).isEqualTo(4);
        assertThat(checkpoints.bytes()).isEqualTo(4 * 360);
        assertThat(checkpoints.before(100).done()).isEqualTo(96);
        assertThat(checkpoints.before(31).done()).isZero();
    }

    @Example
    void aMomentThatIsKeptIsThereAtOnce() throws TrainingProblem {
        ExecutionPlan plan = Plans.of(graph(0, 1));
        Training training = Training.of("adam", 0.01, 30);
        Checkpoints checkpoints = new Checkpoints(1 << 20);
        try (Replay replay = Replay.of(plan, training, checkpoints)) {
            assertThat(replay.distance(30)).isEqualTo(30);
            assertThat(replay.at(30).done()).isEqualTo(30);
            for (int step = 0; step <= 30; step++) {
                assertThat(replay.distance(step)).isZero();
            }
            assertThat(replay.distance(35)).isEqualTo(5);
        }
    }

    private static Training training(Random random) {
        List<String> optimizers = OptimizerKind.ids();
        List<String> schedules = ScheduleKind.ids();
        Part clip = random.nextBoolean() ? null : Part.of("", Map.of("max_norm", 0.5));
        String schedule = schedules.get(random.nextInt(schedules.size()));
        return Training.of(optimizers.get(random.nextInt(optimizers.size())), 0.02, STEPS)
                .withSchedule(Part.of(schedule))
                .withClip(clip);
    }

    private static Graph graph(int batch, int seed) {
        Settings data = Settings.none()
                .with("kind", new Literal.Text("line"))
                .with("n", new Literal.Number(7))
                .with("batch", new Literal.Number(batch == 1 || batch == 2 || batch == 3 || batch == 6 ? 4 : batch))
                .with("shuffle_seed", new Literal.Number(seed));
        return new Sketch()
                .node("data", "dataset", data)
                .source("W", "param", Tensor.of(chainrule.tensor.Shape.of(3, 1), 0.5, -0.25, 1))
                .param("b", 0, 0.1, 0.2)
                .node("z", "linear", "data.x", "W", "b")
                .param("gamma", 1, 1, 1)
                .param("beta", 0, 0, 0)
                .node("n", "batch_norm", "z", "gamma", "beta")
                .node("h", "tanh", "n")
                .node("d", "dropout", Settings.none().with("p", new Literal.Number(0.3)), "h")
                .source("V", "param", Tensor.of(chainrule.tensor.Shape.of(1, 3), 0.5, -0.25, 1))
                .node("y", "linear", "d", "V")
                .node(LOSS.name(), "mse", "y", "data.y")
                .graph();
    }
}

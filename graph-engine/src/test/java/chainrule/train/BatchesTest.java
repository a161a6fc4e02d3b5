package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mini-batches against descent written out by hand: a line through five points, two or three at a time. */
class BatchesTest {
    private static final int POINTS = 5;
    private static final double RATE = 0.1;
    private static final double TOLERANCE = 1e-12;

    @Test
    void eachEpochTakesEveryExampleOnceInAnOrderOfItsOwn() throws TrainingProblem {
        for (int batch : new int[] {1, 2, 3, 5, 9}) {
            try (TrainingRun run = TrainingRun.of(Plans.of(line(batch)), Training.of("sgd", RATE, 20))) {
                ByHand hand = new ByHand(batch, 7);
                for (int step = 0; step < 20; step++) {
                    assertThat(run.step()).as("step %d of %d", step, batch).isCloseTo(hand.step(), within(TOLERANCE));
                    assertThat(run.parameters().get(NodeId.of("w")).item()).isCloseTo(hand.w, within(TOLERANCE));
                }
                assertThat(run.metrics().loss())
                        .isCloseTo(hand.loss(IntStream.range(0, POINTS).boxed().toList()), within(TOLERANCE));
                assertThat(run.stepsAnEpoch()).isEqualTo(hand.stepsAnEpoch());
            }
        }
    }

    @Test
    void withoutABatchEveryStepTakesAllExamplesInOrder() throws TrainingProblem {
        for (Literal all : List.of(new Literal.Number(0), new Literal.Nothing())) {
            Graph graph = line(Settings.none().with("batch", all));
            try (TrainingRun run = TrainingRun.of(Plans.of(graph), Training.of("sgd", RATE, 3))) {
                ByHand hand = new ByHand(POINTS, 7);
                assertThat(run.stepsAnEpoch()).isEqualTo(1);
                assertThat(run.step()).isCloseTo(hand.step(), within(TOLERANCE));
            }
        }
    }

    @Test
    void oneGeneratorDrawsTheMasksOfLongAndShortBatches() throws TrainingProblem {
        Graph graph = new Sketch()
                .node("data", "dataset", data(2))
                .node("y", "dropout", Settings.none().with("seed", new Literal.Number(5)), "data.x")
                .param("w", 1)
                .node("m", "mul", "y", "w")
                .node("s", "square", "m")
                .node("L", "sum", "s")
                .graph();
        Random random = new Random(5);
        ByHand hand = new ByHand(2, 7);
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), Training.of("sgd", 0, 10))) {
            for (int step = 0; step < 10; step++) {
                double expected = 0;
                for (int example : hand.next()) {
                    double kept = random.nextDouble() >= 0.5 ? 2 * x(example) : 0;
                    expected += kept * kept;
                }
                assertThat(run.step()).as("step %d", step).isCloseTo(expected, within(TOLERANCE));
            }
        }
    }

    @Test
    void runningStatisticsGoFromBatchToBatch() throws TrainingProblem {
        Graph graph = normalised(3);
        ByHand hand = new ByHand(3, 7);
        double mean = 0;
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), Training.of("sgd", 0, 6))) {
            for (int step = 0; step < 6; step++) {
                run.step();
                double average = hand.next().stream()
                        .mapToDouble(BatchesTest::x)
                        .average()
                        .orElseThrow();
                mean = 0.9 * mean + 0.1 * average;
            }
            Literal gathered = run.gathered().get(NodeId.of("n")).literals().get("running_mean");
            assertThat(((Literal.Numbers) gathered).value().item()).isCloseTo(mean, within(TOLERANCE));
        }
    }

    @Test
    void aBatchThatTheGraphCannotTakeIsRefusedBeforeTheFirstStep() {
        assertThatThrownBy(() -> TrainingRun.of(Plans.of(normalised(2)), Training.of("sgd", RATE, 3)))
                .isInstanceOf(TrainingProblem.class)
                .hasMessageStartingWith("n.x: With a batch of 1 example: ");
    }

    @Test
    void dataSetsMayBeTakenInStepWithEachOther() throws TrainingProblem {
        Graph graph = new Sketch()
                .node("a", "dataset", data(2))
                .node("b", "dataset", data(2))
                .param("w", 1)
                .node("p", "mul", "a.x", "w")
                .node("L", "mse", "p", "b.x")
                .graph();
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), Training.of("sgd", RATE, 6))) {
            run.run(6, (done, loss) -> true);
            assertThat(run.losses()).containsOnly(0.0);
        }
        Graph apart = graph.with(graph.node(NodeId.of("b")).with(data(3)));
        assertThatThrownBy(() -> TrainingRun.of(Plans.of(apart), Training.of("sgd", RATE, 6)))
                .isInstanceOf(TrainingProblem.class)
                .hasMessageStartingWith("L");
    }

    private static Graph normalised(int batch) {
        return new Sketch()
                .node("data", "dataset", data(batch))
                .source("gamma", "param", Tensor.vector(1))
                .source("beta", "param", Tensor.vector(0))
                .node("n", "batch_norm", "data.x", "gamma", "beta")
                .node("L", "sum", "n")
                .graph();
    }

    private static Graph line(int batch) {
        return line(data(batch));
    }

    private static Graph line(Settings settings) {
        Settings data = data(0);
        for (var literal : settings.literals().entrySet()) {
            data = data.with(literal.getKey(), literal.getValue());
        }
        return new Sketch()
                .node("data", "dataset", data)
                .param("w", 0.5)
                .param("b", 0)
                .node("p", "mul", "data.x", "w")
                .node("y", "add", "p", "b")
                .node("L", "mse", "y", "data.y")
                .graph();
    }

    private static Settings data(int batch) {
        return Settings.none()
                .with("kind", new Literal.Text("line"))
                .with("n", new Literal.Number(POINTS))
                .with("batch", new Literal.Number(batch))
                .with("shuffle_seed", new Literal.Number(7));
    }

    private static double x(int example) {
        return -1 + 2.0 * example / (POINTS - 1);
    }

    private static double y(int example) {
        return 2 * x(example) - 0.5;
    }

    /** The same training, with the shuffling of the JDK and no engine. */
    private static final class ByHand {
        private final int batch;
        private final Random random;
        private final List<Integer> left = new ArrayList<>();
        private double w = 0.5;
        private double b;

        ByHand(int batch, long seed) {
            this.batch = batch;
            this.random = new Random(seed);
        }

        int stepsAnEpoch() {
            return (POINTS + batch - 1) / batch;
        }

        List<Integer> next() {
            if (left.isEmpty()) {
                IntStream.range(0, POINTS).forEach(left::add);
                Collections.shuffle(left, random);
            }
            List<Integer> head = left.subList(0, Math.min(batch, left.size()));
            List<Integer> taken = List.copyOf(head);
            head.clear();
            return taken;
        }

        double loss(List<Integer> examples) {
            return examples.stream()
                    .mapToDouble(i -> (w * x(i) + b - y(i)) * (w * x(i) + b - y(i)))
                    .average()
                    .orElseThrow();
        }

        double step() {
            List<Integer> examples = next();
            double before = loss(examples);
            double slope = 0;
            double lift = 0;
            for (int i : examples) {
                double miss = 2 * (w * x(i) + b - y(i)) / examples.size();
                slope += miss * x(i);
                lift += miss;
            }
            w -= RATE * slope;
            b -= RATE * lift;
            return before;
        }
    }
}

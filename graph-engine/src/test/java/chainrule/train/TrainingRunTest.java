package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.io.FileProblem;
import chainrule.io.GraphJson;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingRunTest {
    private static final NodeId W = NodeId.of("w");

    @Test
    void lossesAreThoseBeforeEachUpdate() throws Exception {
        try (TrainingRun run = TrainingRun.of(plan(bowl()), training("sgd"))) {
            assertThat(run.step()).isEqualTo(9);
            assertThat(run.step()).isCloseTo(9 * 0.64, within(1e-12));
            assertThat(run.losses()).hasSize(2).startsWith(9.0);
            assertThat(run.metrics().loss()).isCloseTo(9 * 0.64 * 0.64, within(1e-12));
            assertThat(run.metrics().accuracy()).isNull();
            assertThat(run.parameters().get(W).item()).isCloseTo(3 * 0.64, within(1e-12));
            assertThat(run.training().optimizer().type()).isEqualTo("sgd");
        }
    }

    @Test
    void aStepThatIsLeftIsNotDoneAndTheTrainingGoesOnFromBeforeIt() throws Exception {
        try (TrainingRun run = TrainingRun.of(plan(bowl()), training("adam"));
                TrainingRun other = TrainingRun.of(plan(bowl()), training("adam"))) {
            run.step();
            run.stopWhen(() -> true);
            assertThatThrownBy(run::step).isInstanceOf(CancellationException.class);
            assertThatThrownBy(run::observe).isInstanceOf(CancellationException.class);
            assertThat(run.done()).isEqualTo(1);
            run.stopWhen(() -> false);
            run.run(3, (done, loss) -> true);
            other.run(3, (done, loss) -> true);
            assertThat(run.losses()).isEqualTo(other.losses());
            assertThat(run.parameters()).isEqualTo(other.parameters());
        }
    }

    @Test
    void anUpdateThatIsLeftInTheMiddleMovesOnFromThereToTheSameBits() throws Exception {
        Training adam = training("adam").withClip(Part.of("").with("max_norm", 1e-3));
        try (TrainingRun run = TrainingRun.of(plan(many()), adam);
                TrainingRun other = TrainingRun.of(plan(many()), adam)) {
            long questions = questionsAStep(run);
            other.step();
            AtomicLong asked = new AtomicLong();
            run.stopWhen(() -> asked.incrementAndGet() == questions - 1);
            assertThatThrownBy(run::step).isInstanceOf(CancellationException.class);
            assertThat(asked)
                    .as("no more than a part of the elements is moved after that")
                    .hasValue(questions - 1);
            run.stopWhen(() -> true);
            assertThat(run.done())
                    .as("it is finished before it is asked anything")
                    .isEqualTo(2);
            other.step();
            assertThat(run.losses()).isEqualTo(other.losses());
            assertThat(run.parameters()).isEqualTo(other.parameters());
            run.stopWhen(() -> false);
            run.step();
            other.step();
            assertThat(run.checkpoint().moments().get(0)[1])
                    .isEqualTo(other.checkpoint().moments().get(0)[1]);
        }
    }

    @Test
    void anUpdateThatWasLeftIsDroppedWhereTheTrainingGoesElsewhere() throws Exception {
        try (TrainingRun run = TrainingRun.of(plan(many()), training("adam"));
                TrainingRun other = TrainingRun.of(plan(many()), training("adam"))) {
            Checkpoint begin = other.checkpoint();
            long questions = questionsAStep(run);
            AtomicLong asked = new AtomicLong();
            run.stopWhen(() -> asked.incrementAndGet() == questions - 1);
            assertThatThrownBy(run::step).isInstanceOf(CancellationException.class);
            run.stopWhen(() -> false);
            run.restore(begin);
            run.step();
            other.step();
            assertThat(run.done()).isEqualTo(1);
            assertThat(run.parameters()).isEqualTo(other.parameters());
        }
    }

    /** A parameter whose elements do not move in one go. */
    private static Graph many() {
        return new Sketch()
                .source("w", "param", Tensor.filled(Shape.of(1 << 20), 0.5))
                .node("y", "mean", "w")
                .graph();
    }

    /** How often a step asks whether to stop. */
    private static long questionsAStep(TrainingRun run) {
        AtomicLong asked = new AtomicLong();
        run.stopWhen(() -> asked.incrementAndGet() < 0);
        run.step();
        return asked.get();
    }

    @Test
    void onlyTheNamedParametersChangeAndOnlyParametersCanBeNamed() throws Exception {
        ExecutionPlan plan = plan(bowl());
        assertThat(TrainingRun.updated(plan, only("w"))).containsExactly(W);
        assertRefused(plan, only("nobody"), "Training is to change nobody, and there is no such node.");
        assertRefused(
                plan,
                only("y"),
                "y: Training is to change y, which is of the type square: only parameters can change.");
        assertRefused(
                plan(graph(
                        "{'id': 'a', 'type': 'input', 'settings': {'value': 1}}, {'id': 'y', 'type': 'neg'}", "a y.x")),
                training("sgd"),
                "y: Nothing can be trained: no parameter that may change reaches y.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cross_entropy | logits    | [[1, 2, 0], [3, 1, 1], [0, 0, 1]] | class  | [1, 0, 1]           | 0.6666666666666666
                    nll           | logprobs  | [[-1, -2], [-2, -1]]              | class  | [1, 1]              | 0.5
                    bce_logits    | logit     | [-1, 2, 3, 0]                     | target | [0, 1, 0, 0]        | 0.75
                    bce           | prob      | [0.2, 0.7]                        | target | [1, 1]              | 0.5
                    hinge         | score     | [0.2, -0.7]                       | sign   | [1, -1]             | 1
                    """)
    void accuracyIsTheShareOfRightClasses(
            String loss, String port, String scores, String other, String targets, double accuracy) throws Exception {
        Graph graph = graph(
                "{'id': 'w', 'type': 'param', 'settings': {'value': %s}}, ".formatted(scores)
                        + "{'id': 't', 'type': 'target', 'settings': {'value': %s}}, ".formatted(targets)
                        + "{'id': 'L', 'type': '%s'}".formatted(loss),
                "w L." + port,
                "t L." + other);
        try (TrainingRun run = TrainingRun.of(plan(graph), training("sgd"))) {
            assertThat(run.metrics().accuracy()).isEqualTo(accuracy);
        }
    }

    @Test
    void keptWeightsReplaceTheInitialiser() throws Exception {
        Graph drawn = graph(
                "{'id': 'w', 'type': 'param', 'settings': {'init': 'normal', 'shape': [2], 'seed': 4}}, {'id': 'y', 'type': 'sum'}",
                "w y.x");
        Graph kept = Weights.kept(drawn, Map.of(W, Tensor.vector(1, 2)));
        assertThat(kept.node(W).settings().literals()).containsOnlyKeys("value");
        assertThat(plan(kept).bytes()).isPositive();
        assertThat(Weights.reseeded(drawn, 3).node(W).settings().literals().get("seed"))
                .isEqualTo(new chainrule.op.Literal.Number(7));
        assertThat(Weights.reseeded(kept, 3)).isEqualTo(kept);
    }

    @Test
    void timesLeaveTheWarmUpOut() {
        long[] nanos = new long[30];
        java.util.Arrays.setAll(nanos, i -> i < 10 ? 1_000_000 : 1000L * i);
        StepTimes times = StepTimes.of(nanos);
        assertThat(times.steps()).isEqualTo(20);
        assertThat(times.median()).isEqualTo(19.5);
        assertThat(times.p10()).isCloseTo(11.9, within(1e-9));
        assertThat(times.p90()).isCloseTo(27.1, within(1e-9));
        assertThat(StepTimes.of(new long[0]).median()).isNaN();
    }

    private static void assertRefused(ExecutionPlan plan, Training training, String sentence) {
        assertThatThrownBy(() -> TrainingRun.of(plan, training))
                .isInstanceOf(TrainingProblem.class)
                .hasMessage(sentence);
    }

    private static Graph bowl() throws FileProblem {
        return graph("{'id': 'w', 'type': 'param', 'settings': {'value': 3}}, {'id': 'y', 'type': 'square'}", "w y.x");
    }

    private static Training training(String kind) {
        return Training.of(kind, 0.1, 10);
    }

    private static Training only(String name) {
        return training("sgd").withOnly(List.of(NodeId.of(name)));
    }

    /** A graph of nodes in JSON with single quotes, and edges as "from to". */
    private static Graph graph(String nodes, String... edges) throws FileProblem {
        String joined = java.util.Arrays.stream(edges)
                .map(e -> "{'from': '%s', 'to': '%s'}"
                        .formatted(e.substring(0, e.indexOf(' ')), e.substring(e.indexOf(' ') + 1)))
                .collect(java.util.stream.Collectors.joining(", "));
        String text = "{'format': 'chainrule', 'version': 1, 'nodes': [%s], 'edges': [%s]}".formatted(nodes, joined);
        return GraphJson.read(text.replace('\'', '"'), StandardCatalog.create()).graph();
    }

    private static ExecutionPlan plan(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1 << 30);
        return ((Compilation.Compiled) compilation).plan();
    }
}

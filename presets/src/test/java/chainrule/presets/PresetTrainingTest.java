package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.check.CheckReport;
import chainrule.check.GradientCheck;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.train.Part;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Presets learn what the reference learns, and their gradients are right. */
class PresetTrainingTest {
    private static final PresetCatalog PRESETS = new PresetCatalog(StandardCatalog.create());
    private static final Path REFERENCE = Path.of("../graph-engine/src/test/resources/fixtures/training.json");
    private static final long BUDGET = 1L << 30;
    private static final double TOLERANCE = 1e-9;

    static Stream<JsonNode> runs() throws IOException {
        JsonNode runs = new ObjectMapper().readTree(REFERENCE.toFile()).get("runs");
        return StreamSupport.stream(runs.spliterator(), false)
                .filter(run -> PRESETS.find(run.get("preset").textValue()).isPresent());
    }

    static List<Preset> presets() {
        return PRESETS.all();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void learnsWhatTheReferenceLearns(JsonNode expected) throws TrainingProblem {
        String preset = expected.get("preset").textValue();
        Training training = Training.of(
                expected.get("optimiser").textValue(),
                expected.get("lr").doubleValue(),
                expected.get("steps").intValue());
        try (TrainingRun run = TrainingRun.of(plan(preset), training)) {
            run.run(training.steps(), (done, loss) -> true);
            double[] losses = run.losses();
            expected.get("loss_at").properties().forEach(point -> {
                int at = Integer.parseInt(point.getKey());
                double loss = at < losses.length ? losses[at] : run.metrics().loss();
                assertNear("loss at " + at, loss, point.getValue().doubleValue());
            });
            if (expected.has("accuracy")) {
                assertThat(run.metrics().accuracy())
                        .isEqualTo(expected.get("accuracy").doubleValue());
            }
            expected.path("final_params").properties().forEach(param -> {
                Tensor value = run.parameters().get(NodeId.of(param.getKey()));
                List<Double> flat = flat(param.getValue());
                for (int i = 0; i < flat.size(); i++) {
                    assertNear(param.getKey() + " at " + i, value.at(i), flat.get(i));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void hasRightGradients(Preset preset) {
        CheckReport report = GradientCheck.of(plan(preset.id()));
        assertThat(report.passed()).as("%s", report.nodes()).isTrue();
    }

    @Test
    void mazursNetworkWithoutBiasesReachesTheLossOfTheReference() throws TrainingProblem {
        List<NodeId> weights = Stream.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
                .map(NodeId::of)
                .toList();
        Training training = Training.of("sgd", 0.5, 10_000).withOnly(weights);
        try (TrainingRun run = TrainingRun.of(plan("b3-mazur"), training)) {
            run.run(1, (done, loss) -> true);
            assertNear("w5", run.parameters().get(NodeId.of("w5")).item(), 0.35891647971788465);
            assertNear("b1", run.parameters().get(NodeId.of("b1")).item(), 0.35);
            assertNear("E after 1", run.metrics().loss(), 0.29102777369359933);
            run.run(10_000, (done, loss) -> true);
            assertNear("E after 10000", run.metrics().loss(), 3.510187782978859e-05);
        }
    }

    @Test
    void learnsInBatchesWhatTheReferenceLearns() throws IOException, TrainingProblem {
        JsonNode expected = new ObjectMapper()
                .readTree(REFERENCE.resolveSibling("minibatches.json").toFile());
        Graph graph = PRESETS.find(expected.get("preset").textValue())
                .orElseThrow()
                .file()
                .graph();
        Node data = graph.node(NodeId.of(expected.get("node").textValue()));
        Settings settings = data.settings();
        for (String name : List.of("batch", "shuffle_seed")) {
            settings = settings.with(name, new Literal.Number(expected.get(name).doubleValue()));
        }
        int steps = expected.get("steps").intValue();
        Training training = Training.of(
                        expected.get("optimiser").textValue(),
                        expected.get("lr").doubleValue(),
                        steps)
                .withSchedule(Part.of(expected.get("schedule").textValue()));
        try (TrainingRun run = TrainingRun.of(plan(graph.with(data.with(settings))), training)) {
            run.run(steps, (done, loss) -> true);
            expected.get("loss_at")
                    .properties()
                    .forEach(point -> assertNear(
                            "loss at " + point.getKey(),
                            run.losses()[Integer.parseInt(point.getKey())],
                            point.getValue().doubleValue()));
        }
    }

    @Test
    void aWatcherStopsATraining() throws TrainingProblem {
        Training training = Training.standard();
        try (TrainingRun run = TrainingRun.of(plan("p1-xor-tanh"), training)) {
            run.run(100, (done, loss) -> done < 7);
            assertThat(run.done()).isEqualTo(7);
            assertThat(run.losses()).hasSize(7);
            assertThat(run.times().steps()).isEqualTo(7);
        }
    }

    private static ExecutionPlan plan(String id) {
        return plan(PRESETS.find(id).orElseThrow().file().graph());
    }

    private static ExecutionPlan plan(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static void assertNear(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
    }

    private static List<Double> flat(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .flatMap(n -> flat(n).stream())
                        .toList()
                : List.of(node.doubleValue());
    }
}

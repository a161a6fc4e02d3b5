package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Source;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphCommandsTest {
    @TempDir
    Path folder;

    static List<Preset> presets() {
        return new PresetCatalog(StandardCatalog.create()).all();
    }

    @Test
    void runSaysEverythingInAStableOrder() {
        JsonNode json = Call.of("run", "--json", "preset:m0-two-paths").json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("root", "values", "gradients", "edges", "shapes", "problems", "nonFinite");
        assertThat(json.get("root").textValue()).isEqualTo("e");
        assertThat(json.at("/values/e").intValue()).isEqualTo(6);
        assertThat(json.at("/gradients/b").intValue()).isEqualTo(5);
        assertThat(json.at("/edges/c.b").intValue()).isEqualTo(2);
        assertThat(json.at("/edges/d.x").intValue()).isEqualTo(3);
        assertThat(json.at("/shapes/e").isEmpty()).isTrue();
        assertThat(json.get("nonFinite").isNull()).isTrue();
    }

    @Test
    void runPrintsATable() {
        Call call = Call.of("run", "preset:m0-two-paths");
        assertThat(call.outLines())
                .contains(
                        "node  type   shape     value  gradient", "b     param  a number  1      5", "The root is e.");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void severalFilesAreAnArrayAndTheWorstExitCode() {
        Call call = Call.of("run", "--json", "preset:m0-dot", "preset:nope", "preset:m0-chain");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.json()).hasSize(3);
        assertThat(call.json().get(1).fieldNames()).toIterable().containsExactly("problems");
        assertThat(call.errLines())
                .containsExactly("preset:nope: There is no preset nope; “chainrule presets” lists them.");
    }

    @Test
    void numbersThatAreNotFiniteAreStringsAndTheirOriginIsNamed() throws IOException {
        Path file = write("{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": 1000}},"
                + "{\"id\": \"y\", \"type\": \"exp\"}], \"edges\": [{\"from\": \"a\", \"to\": \"y.x\"}]");
        Call call = Call.of("run", "--json", file.toString());
        assertThat(call.exitCode()).isZero();
        assertThat(call.json().at("/values/y").textValue()).isEqualTo("Infinity");
        assertThat(call.json().at("/nonFinite/node").textValue()).isEqualTo("y");
        assertThat(call.json().at("/nonFinite/step").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void contributionsAddUpToGradients(Preset preset) {
        JsonNode json = Call.of("run", "--json", "preset:" + preset.id()).json();
        Map<String, double[]> sums = new HashMap<>();
        preset.file().graph().edges().forEach(edge -> {
            JsonNode contribution = json.get("edges").get(edge.to().toString());
            if (contribution != null) {
                double[] part = flat(contribution);
                String from = name(preset, edge.from());
                sums.merge(from, part, GraphCommandsTest::sum);
            }
        });
        assertThat(json.get("problems")).isEmpty();
        sums.forEach((node, sum) -> {
            assertThat(json.get("gradients").has(node)).as(node).isTrue();
            assertThat(flat(json.get("gradients").get(node))).as(node).containsExactly(sum, within(1e-12));
        });
    }

    @Test
    void stepsAreToldWithRuleAndNumbers() {
        JsonNode steps = Call.of("step", "--json", "preset:m0-two-paths").json().get("steps");
        assertThat(steps).hasSize(12);
        JsonNode pull = steps.get(10);
        assertThat(pull.get("index").intValue()).isEqualTo(10);
        assertThat(pull.get("kind").textValue()).isEqualTo("pull");
        assertThat(pull.get("node").textValue()).isEqualTo("c");
        assertThat(pull.get("slot").textValue()).isEqualTo("c.b");
        assertThat(pull.get("rule").textValue()).isEqualTo("b̄ += c̄ · ∂c/∂b");
        assertThat(pull.get("numbers").textValue()).isEqualTo("2 · 1 = 2");
        assertThat(pull.get("upstream").intValue()).isEqualTo(2);
        assertThat(pull.get("local").intValue()).isEqualTo(1);
        assertThat(pull.get("result").intValue()).isEqualTo(2);
        assertThat(steps.get(2).has("slot")).isFalse();
        assertThat(steps.get(11).get("numbers").textValue()).isEqualTo("3 + 2 = 5");
    }

    @Test
    void updatesAreStepsWithRuleAndNumbers() {
        JsonNode steps = Call.of("step", "--json", "--update", "preset:b3-circuit")
                .json()
                .get("steps");
        JsonNode last = steps.get(steps.size() - 1);
        assertThat(last.get("kind").textValue()).isEqualTo("update");
        assertThat(last.get("rule").textValue()).isEqualTo("z ← z − η·z̄");
        assertThat(last.get("numbers").textValue()).isEqualTo("−4 − 0.1 · 3 = −4.3");
        assertThat(last.get("result").doubleValue()).isEqualTo(-4.3);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetPassesTheCheckAndCanBeStepped(Preset preset) {
        assertThat(Call.of("check", "preset:" + preset.id()).exitCode()).isZero();
        assertThat(Call.of("step", "preset:" + preset.id()).exitCode()).isZero();
    }

    @Test
    void checkAnswersInJson() {
        JsonNode json = Call.of("check", "--json", "preset:m0-dot").json();
        assertThat(json.get("passed").booleanValue()).isTrue();
        assertThat(json.at("/nodes/0/error").doubleValue()).isLessThan(1e-6);
    }

    @Test
    void trainingAnswersWithEveryLoss() {
        Call call = Call.of("train", "--json", "--time", "--steps", "20", "preset:p1-xor-tanh");
        JsonNode json = call.json();
        assertThat(json.fieldNames()).toIterable().containsExactly("losses", "values", "metrics", "time");
        assertThat(json.get("losses")).hasSize(21);
        assertThat(json.at("/losses/0").doubleValue()).isCloseTo(0.7179040543748918, within(1e-9));
        assertThat(json.at("/losses/20").doubleValue()).isCloseTo(0.6375290655054711, within(1e-9));
        assertThat(json.at("/metrics/accuracy").doubleValue()).isBetween(0.0, 1.0);
        assertThat(json.get("values").fieldNames()).toIterable().containsExactly("W1", "b1", "W2", "b2");
        assertThat(json.at("/time/steps").intValue()).isEqualTo(10);
        assertThat(call.err()).isEmpty();
    }

    @Test
    void trainingShowsHowFarItIs() {
        Call call = Call.of("train", "--steps", "3", "preset:m0-two-paths");
        assertThat(call.errLines().get(0))
                .isEqualTo(
                        "preset:m0-two-paths says nothing about training: it is trained with sgd, rate 0.1, 3 steps.");
        assertThat(call.err()).contains("\r[########################] step 3 of 3  loss ", "  rate 0.1  0 s left");
        assertThat(call.outLines()).contains("sgd, rate 0.1, 3 steps", "step  loss");
    }

    @Test
    void savedWeightsGoOnWhereTheTrainingEnded() {
        Path out = folder.resolve("trained.chainrule.json");
        JsonNode trained = Call.of("train", "--json", "--steps", "5", "--save", out.toString(), "preset:p1-spiral")
                .json();
        JsonNode run = Call.of("run", "--json", out.toString()).json();
        assertThat(run.at("/values/L").doubleValue())
                .isCloseTo(trained.at("/losses/5").doubleValue(), within(1e-12));
    }

    @Test
    void aSeedMovesTheInitialisersAndNotTheData() {
        JsonNode plain =
                Call.of("train", "--json", "--steps", "0", "preset:p1-circles").json();
        JsonNode moved = Call.of("train", "--json", "--steps", "0", "--seed", "7", "preset:p1-circles")
                .json();
        assertThat(moved.at("/values/W1")).isNotEqualTo(plain.at("/values/W1"));
        assertThat(moved.at("/values/b1")).isEqualTo(plain.at("/values/b1"));
    }

    @Test
    void precisionCanBeChosen() {
        JsonNode single = Call.of("run", "--json", "--precision", "float", "preset:b3-mazur")
                .json();
        double value = single.at("/values/o1").doubleValue();
        assertThat((double) (float) value).isEqualTo(value);
    }

    private Path write(String nodesAndEdges) throws IOException {
        Path file = folder.resolve("graph.json");
        Files.writeString(file, "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": [" + nodesAndEdges + "}");
        return file;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] result = a.clone();
        for (int i = 0; i < b.length; i++) {
            result[i] += b[i];
        }
        return result;
    }

    /** How the output names a source: the node alone for its first port. */
    private static String name(Preset preset, Source source) {
        String first =
                preset.file().graph().type(source.node()).outputs().get(0).name();
        return source.port().equals(first) ? source.node().name() : source.toString();
    }

    private static double[] flat(JsonNode node) {
        List<Double> result = new ArrayList<>();
        collect(node, result);
        return result.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> into) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, into));
        } else {
            into.add(node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue());
        }
    }
}

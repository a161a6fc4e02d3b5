package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules, clipping and batches as a call of {@code train} or {@code step --update} sees them. */
class TrainCommandTest {
    private static final String GRAPH =
            """
            {"format": "chainrule", "version": 1, "root": "L",
             "nodes": [
               {"id": "data", "type": "dataset", "settings": {"kind": "line", "n": 5, "batch": %s, "shuffle_seed": 7}},
               {"id": "w", "type": "param", "settings": {"value": 0.5}},
               {"id": "p", "type": "mul"},
               {"id": "L", "type": "mse"}],
             "edges": [
               {"from": "data.x", "to": "p.a"}, {"from": "w", "to": "p.b"},
               {"from": "p", "to": "L.prediction"}, {"from": "data.y", "to": "L.target"}],
             "training": {"optimizer": {"type": "sgd", "lr": 0.1, "weight_decay": 0.5}, "schedule": %s, "clip": %s,
               "steps": 4, "only": null}}
            """;

    @TempDir
    Path folder;

    @Test
    void batchesOfTwoOrFiveExamplesThatComeLast() throws IOException {
        JsonNode json = Call.of("train", "--json", graph("2", "null", "null")).json();
        assertThat(json.get("losses")).hasSize(5);
        JsonNode whole =
                Call.of("train", "--json", graph("null", "null", "null")).json();
        assertThat(json.at("/losses/0").doubleValue())
                .isNotCloseTo(whole.at("/losses/0").doubleValue(), within(1e-6));
        assertThat(json.at("/losses/4")).isEqualTo(json.at("/metrics/loss"));
    }

    @Test
    void theLossAfterTheLastStepIsThatOfTheSavedFile() throws IOException {
        String out = folder.resolve("out.json").toString();
        JsonNode trained = Call.of("train", "--json", "--save", out, graph("3", "{\"type\": \"cosine\"}", "null"))
                .json();
        assertThat(Call.of("run", "--json", out).json().at("/values/L").doubleValue())
                .isCloseTo(trained.at("/losses/4").doubleValue(), within(1e-12));
        assertThat(Files.readString(Path.of(out)))
                .contains("\"batch\": 3", "\"schedule\": {\"type\": \"cosine\"}, \"clip\": null");
    }

    @Test
    void theRateIsThatOfTheStep() throws IOException {
        Call call = Call.of("train", graph("null", "{\"type\": \"step\", \"gamma\": 0.5, \"every\": 1}", "null"));
        assertThat(call.err()).contains("step 4 of 4").contains("  rate 0.0125  ");
        assertThat(call.outLines()).contains("sgd, rate 0.1 by the schedule step, 4 steps");
    }

    @Test
    void decayAndClippingAreStepsOfTheirOwn() throws IOException {
        JsonNode steps = Call.of("step", "--json", "--update", graph("null", "null", "{\"clip_value\": 0.25}"))
                .json()
                .get("steps");
        List<String> rules = steps.findValuesAsText("rule");
        assertThat(rules.subList(rules.size() - 3, rules.size()))
                .containsExactly("w̄ ← min(c, max(−c, w̄))", "w̄ ← w̄ + λ·w", "w ← w − η·w̄");
        assertThat(steps.get(rules.size() - 1).get("kind").textValue()).isEqualTo("update");
        assertThat(steps.get(rules.size() - 1).get("numbers").textValue()).isEqualTo("0.5 − 0.1 · 0 = 0.5");
    }

    @Test
    void whatTheOptimiserRemembersIsInTheUpdate() throws IOException {
        String file = Files.readString(Path.of(graph("null", "null", "null"))).replace("\"sgd\"", "\"adam\"");
        Path adam = Files.writeString(folder.resolve("adam.json"), file);
        JsonNode steps =
                Call.of("step", "--json", "--update", adam.toString()).json().get("steps");
        JsonNode state = steps.get(steps.size() - 1).get("state");
        assertThat(state.findValuesAsText("name"))
                .containsExactly("mean of gradients", "mean of squares", "mean, corrected", "squares, corrected");
    }

    @Test
    void aScheduleThatThereIsNotIsRefused() throws IOException {
        Call call = Call.of("train", graph("null", "{\"type\": \"linear\"}", "null"));
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.errLines())
                .contains("The schedule is “linear”: it should be one of constant, step, exponential, cosine, warmup,"
                        + " warmup_cosine, inverse_sqrt.");
    }

    private String graph(String batch, String schedule, String clip) throws IOException {
        Path file = folder.resolve("line.chainrule.json");
        return Files.writeString(file, GRAPH.formatted(batch, schedule, clip)).toString();
    }
}

package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private static final List<String> MOMENTS = List.of("v", "s", "m");

    static Stream<JsonNode> recorded() throws IOException {
        try (InputStream in = OptimizerTest.class.getResourceAsStream("/fixtures/training.json")) {
            JsonNode examples = new ObjectMapper().readTree(in).get("examples");
            return StreamSupport.stream(examples.spliterator(), false)
                    .filter(e -> e.get("expected").has("steps")
                            && e.get("expected").get("steps").isArray());
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void takesTheStepsOfTheReference(JsonNode example) throws TrainingProblem {
        Optimizer optimizer = OptimizerKind.of(training(example));
        double[][] moments = new double[optimizer.moments()][1];
        double w = example.get("inputs").get("w0").doubleValue();
        int step = 0;
        for (JsonNode expected : example.get("expected").get("steps")) {
            step++;
            double g = expected.get("g").doubleValue();
            w = optimizer.at(step, optimizer.rate()).updated(w, g, moments, 0);
            assertThat(w)
                    .as("w after step %d", step)
                    .isCloseTo(expected.get("w").doubleValue(), within(1e-12));
            for (String name : MOMENTS) {
                if (expected.has(name)) {
                    int at = name.equals("v") && moments.length == 2 ? 1 : 0;
                    assertThat(moments[at][0])
                            .as(name)
                            .isCloseTo(expected.get(name).doubleValue(), within(1e-12));
                }
            }
        }
    }

    @Test
    void refusesAKindAndASettingThatItDoesNotHave() {
        assertRefused(
                "adagrad",
                Map.of(),
                "The optimizer is “adagrad”: it should be one of sgd, momentum, nesterov, rmsprop, adam, adamw.");
        assertRefused("momentum", Map.of("mu", 0.9), "The optimizer momentum has no setting mu: it has lr, momentum.");
        assertRefused(
                "adam",
                Map.of("beta2", 1.0),
                "Setting beta2 of the optimizer adam is 1: it should be less than 1, or nothing new would ever be taken in.");
        assertRefused(
                "momentum",
                Map.of("momentum", -1.0),
                "Setting momentum of the optimizer momentum is -1: it should be from 0 to 1.");
    }

    @Test
    void readsBothBetasFromAList() throws TrainingProblem {
        Training training = trained(new Part("adam", Map.of("lr", 0.1), Map.of("betas", "[0.8, 0.99]")));
        assertThat(OptimizerKind.of(training)).isEqualTo(new Adam(0.1, new Adam.Averages(0.8, 0.99, 1e-8), 0, false));
    }

    private static void assertRefused(String kind, Map<String, Double> settings, String sentence) {
        assertThatThrownBy(() -> OptimizerKind.of(trained(Part.of(kind, settings))))
                .isInstanceOf(TrainingProblem.class)
                .hasMessage(sentence);
    }

    /** The fixture's id ends in the kind of optimiser; its settings are those that this kind has. */
    static Training training(JsonNode example) {
        String id = example.get("id").textValue();
        String name = id.equals("b3.adam-upstream") ? "adam" : id.substring(id.lastIndexOf('.') + 1);
        String kind = name.equals("adam+l2") ? "adam" : name;
        JsonNode inputs = example.get("inputs");
        Map<String, Double> settings = new LinkedHashMap<>();
        if (kind.equals("momentum") || kind.equals("nesterov")) {
            settings.put("momentum", inputs.get("momentum").doubleValue());
        }
        if (inputs.has("weight_decay") && !kind.equals("rmsprop") && !settings.containsKey("momentum")) {
            settings.put("weight_decay", inputs.get("weight_decay").doubleValue());
        }
        settings.put("lr", inputs.get("lr").doubleValue());
        return trained(Part.of(kind, settings));
    }

    private static Training trained(Part optimizer) {
        return Training.standard().withOptimizer(optimizer);
    }
}

package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    static Stream<JsonNode> recorded() throws IOException {
        try (InputStream in = ScheduleTest.class.getResourceAsStream("/fixtures/schedules.json")) {
            JsonNode schedules = new ObjectMapper().readTree(in).get("schedules");
            return StreamSupport.stream(schedules.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void hasTheRatesOfTheReference(JsonNode expected) throws TrainingProblem {
        Map<String, Double> settings = new LinkedHashMap<>();
        expected.get("settings")
                .properties()
                .forEach(s -> settings.put(s.getKey(), s.getValue().doubleValue()));
        Part part = Part.of(expected.get("type").textValue(), settings);
        Schedule schedule = ScheduleKind.of(Training.standard().withSchedule(part));
        assertThat(schedule.id()).isEqualTo(part.type());
        assertThat(schedule.formula()).startsWith("η");
        expected.get("rate_at").properties().forEach(point -> {
            double rate = point.getValue().doubleValue();
            assertThat(schedule.at(
                            Integer.parseInt(point.getKey()), expected.get("lr").doubleValue()))
                    .as("at %s", point.getKey())
                    .isCloseTo(rate, within(1e-12 * rate));
        });
    }

    @Test
    void aHalfWaveWithoutATotalEndsWithTheTraining() throws TrainingProblem {
        Training training = Training.of("sgd", 1, 40).withSchedule(Part.of("cosine"));
        assertThat(ScheduleKind.of(training)).isEqualTo(new Schedule.Cosine(0, 40));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    linear        | gamma  | 1   | The schedule is “linear”: it should be one of constant, step, exponential, cosine, warmup, warmup_cosine, inverse_sqrt.
                    step          | k      | 3   | The schedule step has no setting k: it has gamma, every.
                    constant      | gamma  | 1   | The schedule constant has no setting gamma: it has none.
                    step          | every  | 2.5 | Setting every of the schedule step is 2.5: it should be a whole number.
                    step          | every  | 0   | Setting every of the schedule step is 0: it should be at least 1.
                    exponential   | gamma  | -1  | Setting gamma of the schedule exponential is -1: it should be at least 0.
                    warmup_cosine | warmup | 100 | Setting total of the schedule warmup_cosine is 100 and warmup is 100: total should be more than warmup.
                    """)
    void refusesInOneSentence(String type, String name, double value, String sentence) {
        Training training = Training.standard().withSchedule(Part.of(type, Map.of(name, value)));
        assertThatThrownBy(() -> ScheduleKind.of(training))
                .isInstanceOf(TrainingProblem.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesWhatIsNoNumberAndOverlooksNull() throws TrainingProblem {
        Part worded = new Part("step", Map.of(), Map.of("every", "\"often\""));
        assertThatThrownBy(() -> ScheduleKind.of(Training.standard().withSchedule(worded)))
                .hasMessage("The schedule step cannot be set like this: every is \"often\".");
        Part empty = new Part("step", Map.of(), Map.of("every", "null"));
        assertThat(ScheduleKind.of(Training.standard().withSchedule(empty))).isEqualTo(new Schedule.Stairs(0.1, 100));
    }
}

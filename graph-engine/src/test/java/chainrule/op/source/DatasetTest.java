package chainrule.op.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.Fixtures;
import chainrule.op.Literal;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.SettingProblem;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    static Stream<JsonNode> references() {
        return StreamSupport.stream(
                Fixtures.read("data_sets.json").get("datasets").spliterator(), false);
    }

    static Stream<String> kinds() {
        return DataSettings.KIND.choices().stream();
    }

    @ParameterizedTest
    @MethodSource("references")
    void drawsTheNumbersOfTheReference(JsonNode reference) {
        Map<String, Tensor> made = made(Fixtures.settings(reference.get("params")));
        assertSame(made.get("x"), Fixtures.tensor(reference.get("x")));
        assertSame(made.get("y"), Fixtures.tensor(reference.get("y")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theShapesAreThoseOfTheDataThatItMakes(String kind) {
        Settings settings = Settings.of(DataSettings.KIND, kind).with(DataSettings.NOISE, 0.1);
        Map<String, Tensor> made = made(settings);
        assertThat(shapes(settings))
                .isEqualTo(made.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()
                        .shape())));
        assertThat(made.get("x").isFinite()).isTrue();
        assertThat(made(settings)).as("made again").isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"moons, 1000000×2, 1000000×1", "spiral, 999999×2, 999999", "glyph_digits, 1000000×1×8×8, 1000000"})
    void aMillionExamplesHaveAShapeBeforeTheyAreMade(String kind, String x, String y) {
        Settings settings = Settings.of(DataSettings.KIND, kind).with(DataSettings.N, 1_000_000L);
        assertThat(shapes(settings)).hasToString("{x=%s, y=%s}".formatted(x, y));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons", "circles"})
    void anOddPointGoesToTheSecondHalf(String kind) {
        Tensor y = made(Settings.of(DataSettings.KIND, kind).with(DataSettings.N, 5L))
                .get("y");
        assertThat(y.toArray()).containsExactly(0, 0, 1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'line','n':1}|Setting n is 1: a line needs at least 2 points.",
                "{'kind':'moons','n':3}|Setting n is 3: two moons need at least 4 points.",
                "{'kind':'circles','n':1}|Setting n is 1: two circles need at least 2 points.",
                "{'kind':'spiral','n':5}|Setting n is 5 and classes is 3: every arm of a spiral needs at least 2 points.",
                "{'kind':'spiral','classes':0}|Setting classes is 0: a spiral needs at least 1 arm.",
                "{'kind':'spiral','classes':[2,3]}|Setting classes holds 2 numbers: for a spiral it should be one number, how many arms it has.",
                "{'kind':'glyph_digits','classes':[1,10]}|Setting classes holds 10: every class should be a digit from 0 to 9.",
                "{'kind':'blobs','centers':[1,2]}|Setting centers is 2: it should be a list of points, each of 2 coordinates.",
                "{'kind':'text','string':'hello','window':5}|Setting string has 5 characters and window is 5: the text should be longer than the window."
            })
    void refusesWhatMakesNoDataSet(String settings, String sentence) throws JsonProcessingException {
        Settings read = Fixtures.settings(new ObjectMapper().readTree(settings.replace('\'', '"')));
        assertThatThrownBy(() -> shapes(read)).isInstanceOfSatisfying(ShapeProblem.class, p -> assertThat(p.sentence())
                .isEqualTo(sentence));
    }

    @Test
    void aTextIsTextAndNotTooLong() {
        Param<?> string = Dataset.TYPE.param("string").orElseThrow();
        assertThatThrownBy(() -> string.read(new Literal.Number(3)))
                .isInstanceOf(SettingProblem.class)
                .hasMessage("is 3: it should be text");
        assertThatThrownBy(() -> string.read(new Literal.Text("a".repeat(1_000_001))))
                .isInstanceOf(SettingProblem.class)
                .hasMessage("has 1000001 characters: it should have at most 1000000");
    }

    @Test
    void noGradientComesBackToData() {
        assertThat(Dataset.TYPE.outputs()).noneMatch(OutPort::differentiable);
        assertThat(Dataset.TYPE.differentiable()).isFalse();
    }

    /** The same draws; the last bit of a sine or a logarithm is the machine's own. */
    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toArray()).containsExactly(expected.toArray(), within(4e-16));
    }

    private static Map<String, Tensor> made(Settings settings) {
        return named(Dataset.TYPE.values().orElseThrow().of(settings));
    }

    private static Map<String, Shape> shapes(Settings settings) {
        return new java.util.TreeMap<>(named(Dataset.TYPE.shapes(new Shapes(Map.of(), settings))));
    }

    private static <T> Map<String, T> named(Map<OutPort, T> ports) {
        return ports.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    }
}

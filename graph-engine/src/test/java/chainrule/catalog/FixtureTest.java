package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.Fixtures;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node type against numbers that were computed independently. */
class FixtureTest {
    private static final double FORWARD = 1e-12;
    private static final double GRADIENT = 1e-11;

    /** One record of the file, under its id. */
    record Fixture(JsonNode json) {
        String text(String field) {
            return json.get(field).asText();
        }

        @Override
        public String toString() {
            return text("id");
        }
    }

    static Stream<Fixture> fixtures() {
        return Stream.of("nodes.json", "batched.json", "blocks.json")
                .flatMap(file -> StreamSupport.stream(Fixtures.read(file).spliterator(), false))
                .map(Fixture::new);
    }

    static Stream<Fixture> fixturesOfTheCatalogue() {
        Catalog catalog = StandardCatalog.create();
        return fixtures().filter(f -> catalog.find(f.text("op")).isPresent());
    }

    @ParameterizedTest
    @MethodSource("fixturesOfTheCatalogue")
    void valuesAndGradientsAreTheReferences(Fixture fixture) {
        NodeType type = StandardCatalog.create().get(fixture.text("op"));
        try (Trial trial = new Trial(
                type, Fixtures.settings(fixture.json().get("params")), inputs(fixture.json()), Precision.DOUBLE)) {
            trial.forward();
            JsonNode outputs = fixture.json().get("outputs");
            assertThat(outputs.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(trial.outputs());
            for (String port : trial.outputs()) {
                assertClose(port, Fixtures.tensor(outputs.get(port)), trial.value(port), FORWARD);
            }
            JsonNode expected = fixture.json().get("grads");
            if (!expected.isObject()) {
                assertThat(trial.pulled()).isEmpty();
                return;
            }
            Map<String, Tensor> gradients = trial.backward(upstream(trial.outputs(), fixture.json()));
            Set<String> floats = StreamSupport.stream(
                            fixture.json().get("in_ports").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(slot -> expected.hasNonNull(slot))
                    .collect(Collectors.toSet());
            assertThat(gradients.keySet()).isEqualTo(floats);
            gradients.forEach(
                    (slot, actual) -> assertClose(slot, Fixtures.tensor(expected.get(slot)), actual, GRADIENT));
            for (Map.Entry<String, JsonNode> inner :
                    fixture.json().path("inner").properties()) {
                Tensor actual = trial.gradientInside(inner.getKey());
                assertClose(inner.getKey(), Fixtures.tensor(inner.getValue()), actual, GRADIENT);
            }
        }
    }

    @Test
    void everyComputingTypeHasAFixture() {
        Set<String> tried = fixtures().map(f -> f.text("op")).collect(Collectors.toSet());
        assertThat(StandardCatalog.create().types())
                .filteredOn(type -> !type.inputs().isEmpty())
                .extracting(NodeType::id)
                .isSubsetOf(tried);
    }

    /** The upstream gradient of the only output, or those of several flattened and joined; zeros where none is given. */
    private static Tensor upstream(List<String> outputs, JsonNode fixture) {
        if (outputs.size() == 1) {
            return Fixtures.tensor(fixture.get("upstream").get(outputs.get(0)));
        }
        return Tensor.vector(outputs.stream()
                .flatMapToDouble(port -> {
                    JsonNode given = fixture.get("upstream").get(port);
                    Tensor value = Fixtures.tensor(fixture.get("outputs").get(port));
                    return Arrays.stream((given == null ? value.map(v -> 0) : Fixtures.tensor(given)).toArray());
                })
                .toArray());
    }

    private static Map<String, Tensor> inputs(JsonNode fixture) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < fixture.get("in_ports").size(); i++) {
            inputs.put(
                    fixture.get("in_ports").get(i).asText(),
                    Fixtures.tensor(fixture.get("inputs").get(i)));
        }
        return inputs;
    }

    private static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected.at(i)));
            assertThat(actual.at(i)).as("%s, element %d", what, i).isCloseTo(expected.at(i), within(allowed));
        }
    }
}

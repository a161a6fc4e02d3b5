package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    static Stream<Fixture> fixtures() throws IOException {
        try (InputStream file = FixtureTest.class.getResourceAsStream("/fixtures/nodes.json")) {
            List<Fixture> fixtures = new ArrayList<>();
            new ObjectMapper().readTree(file).forEach(json -> fixtures.add(new Fixture(json)));
            return fixtures.stream();
        }
    }

    static Stream<Fixture> fixturesOfTheCatalogue() throws IOException {
        Catalog catalog = StandardCatalog.create();
        return fixtures().filter(f -> catalog.find(f.text("op")).isPresent());
    }

    @ParameterizedTest
    @MethodSource("fixturesOfTheCatalogue")
    void valuesAndGradientsAreTheReferences(Fixture fixture) {
        NodeType type = StandardCatalog.create().get(fixture.text("op"));
        try (Trial trial = new Trial(type, settings(fixture.json()), inputs(fixture.json()), Precision.DOUBLE)) {
            assertClose("out", tensor(fixture.json().get("outputs").get("out")), trial.forward(), FORWARD);
            JsonNode expected = fixture.json().get("grads");
            if (!expected.isObject()) {
                assertThat(trial.pulled()).isEmpty();
                return;
            }
            Map<String, Tensor> gradients =
                    trial.backward(tensor(fixture.json().get("upstream").get("out")));
            Set<String> floats = StreamSupport.stream(
                            fixture.json().get("in_ports").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(slot -> expected.hasNonNull(slot))
                    .collect(Collectors.toSet());
            assertThat(gradients.keySet()).isEqualTo(floats);
            gradients.forEach((slot, actual) -> assertClose(slot, tensor(expected.get(slot)), actual, GRADIENT));
        }
    }

    @Test
    void everyComputingTypeHasAFixture() throws IOException {
        Set<String> tried = fixtures().map(f -> f.text("op")).collect(Collectors.toSet());
        assertThat(StandardCatalog.create().types())
                .filteredOn(type -> !type.inputs().isEmpty())
                .extracting(NodeType::id)
                .isSubsetOf(tried);
    }

    private static Settings settings(JsonNode fixture) {
        Settings settings = Settings.none();
        for (Map.Entry<String, JsonNode> entry : fixture.get("params").properties()) {
            settings = settings.with(entry.getKey(), literal(entry.getValue()));
        }
        return settings;
    }

    private static Literal literal(JsonNode json) {
        if (json.isBoolean()) {
            return new Literal.Flag(json.asBoolean());
        } else if (json.isTextual()) {
            return new Literal.Text(json.asText());
        } else if (json.isNumber()) {
            return new Literal.Number(json.asDouble());
        }
        return json.isNull() ? new Literal.Nothing() : new Literal.Numbers(tensor(json));
    }

    private static Map<String, Tensor> inputs(JsonNode fixture) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < fixture.get("in_ports").size(); i++) {
            inputs.put(
                    fixture.get("in_ports").get(i).asText(),
                    tensor(fixture.get("inputs").get(i)));
        }
        return inputs;
    }

    private static Tensor tensor(JsonNode json) {
        List<Integer> dims = new ArrayList<>();
        for (JsonNode at = json; at.isArray(); at = at.get(0)) {
            dims.add(at.size());
        }
        List<Double> elements = new ArrayList<>();
        flatten(json, elements);
        return Tensor.of(
                Shape.of(dims.stream().mapToInt(Integer::intValue).toArray()),
                elements.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void flatten(JsonNode json, List<Double> elements) {
        if (json.isArray()) {
            json.forEach(child -> flatten(child, elements));
        } else {
            elements.add(json.asDouble());
        }
    }

    private static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double allowed = tolerance * Math.max(1, Math.abs(expected.at(i)));
            assertThat(actual.at(i)).as("%s, element %d", what, i).isCloseTo(expected.at(i), within(allowed));
        }
    }
}

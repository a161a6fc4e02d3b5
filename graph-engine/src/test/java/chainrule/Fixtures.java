package chainrule;

import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the numbers that were computed independently. */
public final class Fixtures {
    private Fixtures() {}

    /** A file of the folder {@code fixtures}. */
    public static JsonNode read(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream("/fixtures/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number or a nested list of numbers. */
    public static Tensor tensor(JsonNode json) {
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

    /** An object as settings. */
    public static Settings settings(JsonNode params) {
        Settings settings = Settings.none();
        for (Map.Entry<String, JsonNode> entry : params.properties()) {
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
        if (json.isObject()) {
            return new Literal.Group(settings(json).literals());
        }
        return json.isNull() ? new Literal.Nothing() : new Literal.Numbers(tensor(json));
    }

    private static void flatten(JsonNode json, List<Double> elements) {
        if (json.isArray()) {
            json.forEach(child -> flatten(child, elements));
        } else {
            elements.add(json.asDouble());
        }
    }
}

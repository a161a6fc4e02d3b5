package chainrule.io;

import chainrule.language.Phrases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One JSON object of a file, read field by field; fields that nobody asked for are {@link #others()}. */
final class Fields {
    private static final Phrases WORDS = Phrases.of(Fields.class);
    private static final int MOST_SHOWN = 40;

    private final ObjectNode object;
    private final Supplier<String> what;
    private final Set<String> known = new HashSet<>();

    /**
     * @param what how a sentence names the object: "node x"
     */
    Fields(ObjectNode object, Supplier<String> what) {
        this.object = object;
        this.what = what;
    }

    /** The same object under a name that was found in it. */
    Fields called(Supplier<String> name) {
        return new Fields(object, name);
    }

    /** The field as it stands; null where it is missing or null. */
    @Nullable
    JsonNode find(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    String text(String name, String fallback) throws FileProblem {
        JsonNode value = find(name);
        if (value != null && !value.isTextual()) {
            throw refusal(name, value, WORDS.text("fields.textQuotes"));
        }
        return value == null ? fallback : value.textValue();
    }

    String text(String name) throws FileProblem {
        if (find(name) == null) {
            throw new FileProblem(WORDS.text("fields.fieldMissing", name, what.get()));
        }
        return text(name, "");
    }

    boolean flag(String name) throws FileProblem {
        JsonNode value = find(name);
        if (value != null && !value.isBoolean()) {
            throw refusal(name, value, WORDS.text("fields.trueOrFalse"));
        }
        return value != null && value.booleanValue();
    }

    double number(String name, double fallback) throws FileProblem {
        JsonNode value = find(name);
        if (value != null && !LiteralJson.isNumber(value)) {
            throw refusal(name, value, WORDS.text("fields.number"));
        }
        return value == null ? fallback : LiteralJson.number(value);
    }

    /** A whole number from 0 on. */
    int count(String name, int fallback) throws FileProblem {
        double value = number(name, fallback);
        if (value != Math.rint(value) || value < 0 || value > Integer.MAX_VALUE) {
            throw refusal(name, object.get(name), WORDS.text("fields.wholeNumberFrom0On"));
        }
        return (int) value;
    }

    int whole(String name, int fallback) throws FileProblem {
        double value = number(name, fallback);
        if (value != (int) value) {
            throw refusal(name, object.get(name), WORDS.text("fields.wholeNumber"));
        }
        return (int) value;
    }

    /** A pair of numbers; null where it is missing. */
    @Nullable
    Point point(String name) throws FileProblem {
        JsonNode value = find(name);
        return value == null ? null : point(name, value);
    }

    Point point(String name, Point fallback) throws FileProblem {
        Point point = point(name);
        return point == null ? fallback : point;
    }

    List<Point> points(String name) throws FileProblem {
        List<Point> result = new ArrayList<>();
        for (JsonNode element : list(name)) {
            result.add(point(name, element));
        }
        return result;
    }

    List<String> texts(String name) throws FileProblem {
        List<String> result = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isTextual()) {
                throw refusal(name, element, WORDS.text("fields.listNames"));
            }
            result.add(element.textValue());
        }
        return result;
    }

    /** The objects of a list, each called by what it is and its number. */
    List<Fields> objects(String name, String each) throws FileProblem {
        List<Fields> result = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!(element instanceof ObjectNode fields)) {
                throw refusal(name, element, WORDS.text("fields.listObjects"));
            }
            int number = result.size() + 1;
            result.add(new Fields(fields, () -> WORDS.text("fields.number2", WORDS.text("fields." + each), number)));
        }
        return result;
    }

    /** An object; null where it is missing. */
    @Nullable
    Fields inner(String name, Supplier<String> called) throws FileProblem {
        JsonNode value = find(name);
        if (value != null && !(value instanceof ObjectNode)) {
            throw refusal(name, value, WORDS.text("fields.object"));
        }
        return value instanceof ObjectNode fields ? new Fields(fields, called) : null;
    }

    Set<Map.Entry<String, JsonNode>> all() {
        return object.properties();
    }

    /** The fields that were not asked for, as JSON text by name. */
    Map<String, String> others() {
        Map<String, String> result = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                result.put(field.getKey(), JsonText.of(field.getValue()));
            }
        }
        return result;
    }

    private Iterable<JsonNode> list(String name) throws FileProblem {
        JsonNode value = find(name);
        if (value != null && !(value instanceof ArrayNode)) {
            throw refusal(name, value, WORDS.text("fields.list"));
        }
        return value == null ? List.of() : value;
    }

    private Point point(String name, JsonNode value) throws FileProblem {
        if (!(value instanceof ArrayNode) || value.size() != 2 || !isFinite(value.get(0)) || !isFinite(value.get(1))) {
            throw refusal(name, value, WORDS.text("fields.listTwoNumbers"));
        }
        return new Point(value.get(0).doubleValue(), value.get(1).doubleValue());
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private FileProblem refusal(String name, JsonNode value, String wanted) {
        String text = value.isContainerNode()
                ? value instanceof ArrayNode ? WORDS.text("fields.list2") : WORDS.text("fields.object2")
                : JsonText.of(value);
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return new FileProblem(WORDS.text("fields.field", name, what.get(), shown, wanted));
    }
}

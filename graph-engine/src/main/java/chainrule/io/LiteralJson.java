package chainrule.io;

import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings between JSON and literals. */
final class LiteralJson {
    private static final Phrases WORDS = Phrases.of(LiteralJson.class);

    private LiteralJson() {}

    static Literal read(JsonNode node) {
        if (isNumber(node)) {
            return new Literal.Number(number(node));
        } else if (node.isBoolean()) {
            return new Literal.Flag(node.booleanValue());
        } else if (node.isTextual()) {
            return new Literal.Text(node.textValue());
        } else if (node.isNull()) {
            return new Literal.Nothing();
        } else if (node instanceof ArrayNode array) {
            return list(array);
        }
        Map<String, Literal> members = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> members.put(field.getKey(), read(field.getValue())));
        return new Literal.Group(members);
    }

    static void append(StringBuilder out, Literal literal) {
        if (literal instanceof Literal.Number number) {
            JsonText.number(out, number.value());
        } else if (literal instanceof Literal.Flag flag) {
            out.append(flag.value());
        } else if (literal instanceof Literal.Text text) {
            JsonText.quote(out, text.value());
        } else if (literal instanceof Literal.Numbers numbers) {
            JsonText.tensor(out, numbers.value());
        } else if (literal instanceof Literal.Words words) {
            out.append('[');
            for (String word : words.value()) {
                JsonText.separate(out, '[');
                JsonText.quote(out, word);
            }
            out.append(']');
        } else if (literal instanceof Literal.Group group) {
            members(out, group.members());
        } else if (literal instanceof Literal.Odd odd) {
            out.append(odd.json());
        } else {
            out.append("null");
        }
    }

    /** Literals by name as a JSON object. */
    static void members(StringBuilder out, Map<String, Literal> members) {
        out.append('{');
        members.forEach((name, literal) -> {
            JsonText.separate(out, '{');
            JsonText.quote(out, name);
            append(out.append(": "), literal);
        });
        out.append('}');
    }

    private static Literal list(ArrayNode array) {
        List<Integer> dims = new ArrayList<>();
        for (JsonNode node = array; node instanceof ArrayNode; node = node.path(0)) {
            dims.add(node.size());
        }
        if (isFilled(array, dims, 0)) {
            Shape shape = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
            double[] elements = new double[Math.toIntExact(shape.size())];
            fill(array, elements, 0);
            return new Literal.Numbers(Tensor.of(shape, elements));
        }
        List<String> words = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isTextual()) {
                return new Literal.Odd(JsonText.of(array), oddity(array));
            }
            words.add(element.textValue());
        }
        return new Literal.Words(words);
    }

    /** Whether all lists of one depth are of one length, none is empty, and the innermost elements are numbers. */
    private static boolean isFilled(JsonNode node, List<Integer> dims, int depth) {
        if (depth == dims.size()) {
            return isNumber(node);
        }
        if (!(node instanceof ArrayNode) || node.isEmpty() || node.size() != dims.get(depth)) {
            return false;
        }
        for (JsonNode element : node) {
            if (!isFilled(element, dims, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static int fill(JsonNode node, double[] elements, int from) {
        if (!(node instanceof ArrayNode)) {
            elements[from] = number(node);
            return from + 1;
        }
        int at = from;
        for (JsonNode element : node) {
            at = fill(element, elements, at);
        }
        return at;
    }

    private static String oddity(ArrayNode array) {
        return holdsOnlyNumbers(array)
                ? WORDS.text("literalJson.raggedList")
                : WORDS.text("literalJson.listThatHoldsOtherThings");
    }

    private static boolean holdsOnlyNumbers(JsonNode node) {
        if (!(node instanceof ArrayNode)) {
            return isNumber(node);
        }
        for (JsonNode element : node) {
            if (!holdsOnlyNumbers(element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a number, or one of the strings for numbers that are not finite. */
    static boolean isNumber(JsonNode node) {
        return node.isNumber() || (node.isTextual() && isNotFinite(node.textValue()));
    }

    private static boolean isNotFinite(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
    }
}

package chainrule.io;

import chainrule.tensor.Tensor;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** JSON on one line, with a space after each colon and comma, and every number in its shortest form. */
public final class JsonText {
    /** Below this, every whole number is a double, and every digit of it is worth writing. */
    private static final double EXACT = 1L << 53;

    private JsonText() {}

    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        append(out, node);
        return out.toString();
    }

    static void append(StringBuilder out, JsonNode node) {
        if (node instanceof ObjectNode object) {
            out.append('{');
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                separate(out, '{');
                quote(out, field.getKey());
                append(out.append(": "), field.getValue());
            }
            out.append('}');
        } else if (node instanceof ArrayNode array) {
            out.append('[');
            for (JsonNode element : array) {
                separate(out, '[');
                append(out, element);
            }
            out.append(']');
        } else if (node.isTextual()) {
            quote(out, node.textValue());
        } else if (node.isFloatingPointNumber()) {
            number(out, node.doubleValue());
        } else {
            out.append(node.asText());
        }
    }

    /** Ends the element before, where the bracket that was opened is not the last character. */
    static void separate(StringBuilder out, char open) {
        if (out.charAt(out.length() - 1) != open) {
            out.append(", ");
        }
    }

    /** Appends the shortest text that reads back to the same double; numbers that are not finite as strings. */
    public static void number(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            out.append('"').append(value).append('"');
        } else if (value == Math.rint(value) && Math.abs(value) < EXACT && !isNegativeZero(value)) {
            out.append((long) value);
        } else {
            String digits = NumberOutput.toString(value, true);
            int exponent = digits.indexOf('E');
            if (exponent < 0) {
                out.append(digits);
            } else {
                String mantissa = digits.substring(0, exponent);
                out.append(mantissa.endsWith(".0") ? mantissa.substring(0, exponent - 2) : mantissa);
                out.append('e').append(digits, exponent + 1, digits.length());
            }
        }
    }

    static String number(double value) {
        StringBuilder out = new StringBuilder();
        number(out, value);
        return out.toString();
    }

    /** Appends a tensor as a nested list, a scalar as a number. */
    public static void tensor(StringBuilder out, Tensor tensor) {
        tensor(out, tensor, 0, 0);
    }

    /** Appends the part of a tensor below an axis, from a position on; answers the position after it. */
    private static int tensor(StringBuilder out, Tensor tensor, int axis, int from) {
        if (axis == tensor.shape().rank()) {
            number(out, tensor.at(from));
            return from + 1;
        }
        int at = from;
        out.append('[');
        for (int i = 0; i < tensor.shape().dim(axis); i++) {
            out.append(i == 0 ? "" : ", ");
            at = tensor(out, tensor, axis + 1, at);
        }
        out.append(']');
        return at;
    }

    /** Appends a text in quotes. */
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isAlone(text, i)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        quote(out, text);
        return out.toString();
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    /** Whether a character is half of a pair without the other half, which UTF-8 cannot hold. */
    private static boolean isAlone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

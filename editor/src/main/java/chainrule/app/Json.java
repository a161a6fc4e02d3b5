package chainrule.app;

import chainrule.io.JsonText;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of maps, lists, tensors, numbers and texts; a line for each entry of the outer objects. */
final class Json {
    private static final int ENTRIES_BY_LINE = 2;

    private Json() {}

    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value, 0);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            object(out, map, depth);
        } else if (value instanceof List<?> list) {
            list(out, list, depth);
        } else if (value instanceof Tensor tensor) {
            JsonText.tensor(out, tensor);
        } else if (value instanceof Double number) {
            JsonText.number(out, number);
        } else if (value instanceof String text) {
            JsonText.quote(out, text);
        } else if (value == null || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new AssertionError(value.getClass());
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map, int depth) {
        boolean lines = depth < ENTRIES_BY_LINE && !map.isEmpty();
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            indent(out, lines, depth + 1);
            JsonText.quote(out, (String) entry.getKey());
            append(out.append(": "), entry.getValue(), depth + 1);
            separator = lines ? "," : ", ";
        }
        indent(out, lines, depth);
        out.append('}');
    }

    private static void list(StringBuilder out, List<?> list, int depth) {
        boolean lines = depth < ENTRIES_BY_LINE && list.stream().anyMatch(Map.class::isInstance);
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            indent(out, lines, depth + 1);
            append(out, element, depth + 1);
            separator = lines ? "," : ", ";
        }
        indent(out, lines, depth);
        out.append(']');
    }

    private static void indent(StringBuilder out, boolean lines, int depth) {
        if (lines) {
            out.append('\n').append("  ".repeat(depth));
        }
    }
}

package chainrule.op;

import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A setting as it stands in a file, before a {@link Param} has read it; kept as it is even where it makes no sense. */
public sealed interface Literal {
    /** A number, whole or not; NaN and infinities come from the strings that stand for them. */
    record Number(double value) implements Literal {}

    record Flag(boolean value) implements Literal {}

    record Text(String value) implements Literal {}

    /** A nested list of numbers that has a shape. */
    record Numbers(Tensor value) implements Literal {}

    /** A list of words; an empty list is one of no words. */
    record Words(List<String> value) implements Literal {
        public Words {
            value = List.copyOf(value);
        }
    }

    record Nothing() implements Literal {}

    /** Literals by name, in the order of the file. */
    record Group(Map<String, Literal> members) implements Literal {
        public Group {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * Anything else, as JSON text.
     *
     * @param why what it is, to end a sentence that begins with "is": "a ragged list"
     */
    record Odd(String json, String why) implements Literal {}
}

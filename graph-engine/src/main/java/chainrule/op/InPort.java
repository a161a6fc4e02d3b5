package chainrule.op;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an edge enters a node.
 *
 * @param name as in a file; a variadic port's inputs are this name and an index from 0 ({@code x0}, {@code x1})
 * @param optional whether a node is complete without it
 * @param variadic whether it stands for any number of inputs, at least one
 * @param integer whether it reads whole numbers (classes, indices), which have no gradient
 */
public record InPort(String name, boolean optional, boolean variadic, boolean integer) {
    private static final Pattern INDEXED = Pattern.compile("(.*?)(0|[1-9]\\d{0,5})");

    public static InPort of(String name) {
        return new InPort(name, false, false, false);
    }

    public static InPort optional(String name) {
        return new InPort(name, true, false, false);
    }

    public static InPort variadic(String name) {
        return new InPort(name, false, true, false);
    }

    public static InPort integers(String name) {
        return new InPort(name, false, false, true);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The slot name of one input of this port. */
    public String slot(int index) {
        return variadic ? name + index : name;
    }

    /** Which input of this port a slot name means: 0 for a plain port, empty where the name is not this port's. */
    public Optional<Integer> indexOf(String slot) {
        if (!variadic) {
            return slot.equals(name) ? Optional.of(0) : Optional.empty();
        }
        Matcher matcher = INDEXED.matcher(slot);
        return matcher.matches() && matcher.group(1).equals(name)
                ? Optional.of(Integer.valueOf(matcher.group(2)))
                : Optional.empty();
    }
}

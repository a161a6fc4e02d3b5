package chainrule.editor.action;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a number as people write it: {@code 0.5}, {@code 0,5}, {@code −2}, {@code 1e−3}, {@code 1/3}, {@code ∞}. Writes
 * it with every digit.
 */
public final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)(e[+-]?\\d{1,4})?");
    private static final Pattern FRACTION = Pattern.compile("([^/]+)/([^/]+)");

    private NumberText() {}

    /** The number; empty where the text is none. */
    public static OptionalDouble read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('−', '-').replace("∞", "infinity");
        Matcher fraction = FRACTION.matcher(plain);
        if (fraction.matches()) {
            OptionalDouble above = simple(fraction.group(1).strip());
            OptionalDouble below = simple(fraction.group(2).strip());
            return above.isPresent() && below.isPresent()
                    ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                    : OptionalDouble.empty();
        }
        return simple(plain);
    }

    private static OptionalDouble simple(String plain) {
        switch (plain) {
            case "infinity", "inf", "+infinity", "+inf":
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-infinity", "-inf":
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "nan":
                return OptionalDouble.of(Double.NaN);
            default:
                return NUMBER.matcher(plain).matches()
                        ? OptionalDouble.of(Double.parseDouble(plain.replace(',', '.')))
                        : OptionalDouble.empty();
        }
    }

    /** The shortest text that reads back to the same number. */
    public static String write(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value).replace("E", "e");
    }
}

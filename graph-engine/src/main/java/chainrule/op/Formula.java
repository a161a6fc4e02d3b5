package chainrule.op;

import java.text.Normalizer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of formulas: barred and dotted names, and putting names or numbers in for symbols. */
public final class Formula {
    private static final char MACRON = '\u0304';
    private static final char DOT = '\u0307';
    private static final Pattern SYMBOL =
            Pattern.compile("[\\p{L}&&[^ᵀ]][\u0304\u0307]?[\\p{L}\\p{Nd}_₀-₉\u0308&&[^ᵀ]]*");

    private Formula() {}

    /** The gradient of a name, with the bar on its first letter as in print: {@code x̄}, {@code w̄5}. */
    public static String bar(String name) {
        return marked(name, MACRON);
    }

    /** The tangent of a name: {@code ẋ}. */
    public static String dot(String name) {
        return marked(name, DOT);
    }

    /** A formula with the words in it, as in {@code x where x > 0}, in the language of the moment. */
    public static String told(String formula) {
        return Reading.formula(formula);
    }

    /**
     * A formula with its symbols replaced. Between two numbers that come to stand side by side a dot says that they are
     * multiplied.
     *
     * @param replacement the text for a symbol (barred symbols as {@link #bar} writes them), or the symbol itself
     */
    public static String substitute(String formula, Function<String, String> replacement) {
        String apart = Normalizer.normalize(formula, Normalizer.Form.NFD);
        String replaced = SYMBOL.matcher(apart).replaceAll(match -> {
            String text = replacement.apply(Normalizer.normalize(match.group(), Normalizer.Form.NFC));
            boolean beside = match.start() > 0
                    && Character.isDigit(apart.charAt(match.start() - 1))
                    && !text.isEmpty()
                    && (Character.isDigit(text.charAt(0)) || "-−".indexOf(text.charAt(0)) >= 0);
            return Matcher.quoteReplacement((beside ? "·" : "") + text);
        });
        return Normalizer.normalize(replaced, Normalizer.Form.NFC);
    }

    private static String marked(String name, char mark) {
        return Normalizer.normalize(name.charAt(0) + String.valueOf(mark) + name.substring(1), Normalizer.Form.NFC);
    }
}

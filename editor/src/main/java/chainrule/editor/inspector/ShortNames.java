package chainrule.editor.inspector;

import chainrule.graph.NodeId;
import chainrule.trace.Explanation;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas about nodes inside of an opened one, with their own names instead of whole paths. */
final class ShortNames {
    private static final String MARKS = "[\u0304\u0307]";

    private final Pattern path;

    /**
     * @param inside a node whose siblings lose what is before their own names
     */
    ShortNames(NodeId inside) {
        String block = inside.parent().map(NodeId::name).orElse("");
        String apart = Normalizer.normalize(block, Normalizer.Form.NFD);
        String first = apart.isEmpty() ? "" : Pattern.quote(apart.substring(0, 1));
        String rest = apart.isEmpty() ? "" : Pattern.quote(apart.substring(1));
        path = Pattern.compile(apart.isEmpty() ? "(?!)" : first + "(" + MARKS + "?)" + rest + "/(.)");
    }

    /** A text in which the path of the block is left out; a bar over it goes over the name. */
    String in(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        Matcher matcher = path.matcher(apart);
        return Normalizer.normalize(
                matcher.replaceAll(m -> Matcher.quoteReplacement(m.group(2) + m.group(1))), Normalizer.Form.NFC);
    }

    Explanation in(Explanation whole) {
        return new Explanation(
                whole.step(), in(whole.rule()), in(whole.formula()), in(whole.numbers()), in(whole.formulaNumbers()));
    }
}

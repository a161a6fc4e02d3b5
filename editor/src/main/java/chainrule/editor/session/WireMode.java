package chainrule.editor.session;

import chainrule.language.Phrases;
import java.util.Locale;

/** What the width and the colour of a wire tell. */
public enum WireMode {
    /** Its value and its gradient beside each other, in the colours of values and gradients. */
    PLAIN,
    /** Whether it carries a number, a vector, a matrix or more. */
    TYPE,
    /** How large its value is. */
    VALUE,
    /** How large the gradient is that flows back along it. */
    GRADIENT;

    private static final Phrases WORDS = Phrases.of(WireMode.class);

    /** What a legend says above its samples. */
    public String title() {
        return WORDS.text("wires.legend." + key());
    }

    /** The words for a tensor with so many axes. */
    public static String carried(int axes) {
        return switch (axes) {
            case 0 -> WORDS.text("wires.number");
            case 1 -> WORDS.text("wires.vector");
            case 2 -> WORDS.text("wires.matrix");
            default -> WORDS.text("wires.more");
        };
    }

    /** The words of a menu. */
    public String words() {
        return WORDS.text("wires." + key());
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

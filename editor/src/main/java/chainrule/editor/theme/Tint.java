package chainrule.editor.theme;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A colour that a learner gives a node: five of the eight of Okabe and Ito, 2008, which can be told apart with every
 * kind of colour blindness. A file names them by a word.
 */
public enum Tint {
    BLUE(0x0072B2),
    SKY(0x56B4E9),
    YELLOW(0xF0E442),
    RED(0xD55E00),
    PINK(0xCC79A7);

    private static final double SHARE_ON_LIGHT = 0.45;
    private static final double SHARE_ON_DARK = 0.3;

    private final Color ink;

    Tint(int rgb) {
        ink = new Color(rgb);
    }

    /** The colour of a word; empty where the word is none of ours. */
    public static Optional<Tint> of(String word) {
        return Arrays.stream(values()).filter(tint -> tint.word().equals(word)).findFirst();
    }

    /** Its word in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour itself, for a mark. */
    public Color ink() {
        return ink;
    }

    /** What text stands on. */
    public Color ground(Colors colors) {
        return Colors.mixed(colors.card(), ink, colors.isDark() ? SHARE_ON_DARK : SHARE_ON_LIGHT);
    }
}

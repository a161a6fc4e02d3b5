package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import java.awt.Color;
import java.util.Locale;
import java.util.function.Function;

/** The colours that a frame may have; a file names them by a word. */
public enum FrameColor {
    GREY(Colors::quiet),
    BLUE(Colors::value),
    ORANGE(Colors::gradient),
    VIOLET(Colors::cursor),
    GREEN(Colors::checked),
    RED(Colors::problem);

    private static final Phrases WORDS = Phrases.of(FrameColor.class);

    private final Function<Colors, Color> ink;

    FrameColor(Function<Colors, Color> ink) {
        this.ink = ink;
    }

    /** The colour of a word; grey where the word is none of ours. */
    static FrameColor of(String word) {
        for (FrameColor color : values()) {
            if (color.word().equals(word)) {
                return color;
            }
        }
        return GREY;
    }

    /** Its word in a file. */
    public String word() {
        return this == GREY ? "" : name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return WORDS.text("color." + name());
    }

    Color ink(Colors colors) {
        return ink.apply(colors);
    }
}

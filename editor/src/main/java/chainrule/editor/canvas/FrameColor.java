package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
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
        return this == GREY ? "" : title().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    Color ink(Colors colors) {
        return ink.apply(colors);
    }
}

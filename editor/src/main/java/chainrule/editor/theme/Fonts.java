package chainrule.editor.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Font;

/** The two families: Inter for words, JetBrains Mono for numbers and formulas. Other scripts fall back to the system's. */
public final class Fonts {
    private static final int BASE = 12;
    private static final Font UI = installed(FlatInterFont.FAMILY, Font.PLAIN);
    private static final Font UI_BOLD = installed(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN);
    private static final Font MONO = installed(FlatJetBrainsMonoFont.FAMILY, Font.PLAIN);
    private static final Font MONO_BOLD = installed(FlatJetBrainsMonoFont.FAMILY, Font.BOLD);

    private Fonts() {}

    /** The font of words, in pixels. */
    public static Font ui(double size, boolean bold) {
        return (bold ? UI_BOLD : UI).deriveFont((float) size);
    }

    /** The font of words in italics, in pixels. */
    public static Font italic(double size) {
        return UI.deriveFont(Font.ITALIC, (float) size);
    }

    /** The font of numbers, in pixels. */
    public static Font mono(double size, boolean bold) {
        return (bold ? MONO_BOLD : MONO).deriveFont((float) size);
    }

    private static Font installed(String family, int style) {
        FlatInterFont.install();
        FlatJetBrainsMonoFont.install();
        return FontUtils.getCompositeFont(family, style, BASE);
    }
}

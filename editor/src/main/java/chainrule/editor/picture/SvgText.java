package chainrule.editor.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Point2D;

/**
 * A line of text on an SVG page.
 *
 * @param opening the beginning of its element
 */
record SvgText(String words, String opening) {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String UI = "Inter";
    private static final String MONO = "JetBrains Mono";

    /** Whether a font is one of words or numbers, for which every program has a substitute. */
    static boolean isCommon(Font font) {
        return font.getFamily().startsWith(UI) || font.getFamily().startsWith(MONO);
    }

    /**
     * @param at where the line begins on the page
     * @param scale how many pixels of the page one of the font is
     */
    static SvgText of(String words, Font font, Point2D at, double scale) {
        String family = font.getFamily().startsWith(MONO)
                ? "'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace"
                : "Inter, system-ui, 'Segoe UI', Roboto, sans-serif";
        String trimmed = words.stripTrailing();
        StringBuilder text = new StringBuilder("<text x=\"")
                .append(SvgShape.number(at.getX()))
                .append("\" y=\"")
                .append(SvgShape.number(at.getY()))
                .append("\" font-family=\"")
                .append(family)
                .append("\" font-size=\"")
                .append(SvgShape.number(font.getSize2D() * scale))
                .append('"');
        if (font.isBold()
                || font.getFontName().contains("SemiBold")
                || font.getFontName().contains("Bold")) {
            text.append(" font-weight=\"600\"");
        }
        if (font.isItalic()) {
            text.append(" font-style=\"italic\"");
        }
        double width = font.getStringBounds(trimmed, EXACT).getWidth() * scale;
        text.append(" textLength=\"").append(SvgShape.number(width)).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        return new SvgText(trimmed, text.toString());
    }

    /** Text as XML has it; characters that XML cannot have are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(SvgText::isAllowed).forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000 || c == '\t';
    }
}

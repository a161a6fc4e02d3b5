package chainrule.editor.canvas;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Text at exact places, measured the same at every zoom. */
final class Lettering {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String MORE = "…";

    private Lettering() {}

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
    }

    static void left(Graphics2D g, String text, Font font, double x, double baseline) {
        g.setFont(font);
        g.drawString(text, (float) x, (float) baseline);
    }

    static void right(Graphics2D g, String text, Font font, double x, double baseline) {
        left(g, text, font, x - width(text, font), baseline);
    }

    static void middle(Graphics2D g, String text, Font font, double x, double baseline) {
        left(g, text, font, x - width(text, font) / 2, baseline);
    }

    /** The text, or as much of its beginning as has room, with an ellipsis. */
    static String fitted(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + MORE, font) > room) {
            end--;
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + MORE;
    }

    /** The text in lines that have room, broken between words; the last ends in an ellipsis where there is more. */
    static List<String> wrapped(String text, Font font, double room, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, font) > room) {
                    lines.add(line.toString());
                    line = new StringBuilder(word);
                } else {
                    line = new StringBuilder(longer);
                }
            }
            lines.add(line.toString());
        }
        if (lines.size() <= most) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, most));
        cut.set(most - 1, fitted(cut.get(most - 1) + " " + MORE + MORE, font, room));
        return cut;
    }
}

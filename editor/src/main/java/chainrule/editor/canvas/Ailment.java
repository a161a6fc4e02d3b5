package chainrule.editor.canvas;

import chainrule.editor.session.VitalWords;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.health.Vital;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What needs attention at a node, as a small label on the lower border of its card.
 *
 * @param brief in one or two words
 * @param sentence the same with its numbers
 */
record Ailment(String brief, String sentence) {
    private static final Font FONT = Fonts.ui(10, true);
    private static final double HEIGHT = 15;

    /**
     * @param found at least one; the first is said in brief
     */
    static Ailment of(List<Vital> found) {
        String rest = found.size() > 1 ? " +" + (found.size() - 1) : "";
        return new Ailment(
                VitalWords.brief(found.get(0)) + rest,
                found.stream().map(VitalWords::sentence).collect(Collectors.joining(" ")));
    }

    void paint(Graphics2D g, Colors colors, Card card) {
        Rectangle2D b = card.bounds();
        double width = Lettering.width(brief, FONT) + 12;
        RoundRectangle2D pill = new RoundRectangle2D.Double(
                b.getMaxX() - width - 10, b.getMaxY() - HEIGHT / 2, width, HEIGHT, HEIGHT, HEIGHT);
        g.setColor(Colors.mixed(colors.card(), colors.problem(), colors.isDark() ? 0.22 : 0.1));
        g.fill(pill);
        g.setColor(colors.problem());
        g.setStroke(new BasicStroke(1f));
        g.draw(pill);
        Lettering.middle(g, brief, FONT, pill.getCenterX(), pill.getCenterY() + 3.6);
    }
}

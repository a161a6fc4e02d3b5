package chainrule.editor.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** A drawing pin on a node that keeps its place. */
final class PinMark {
    private PinMark() {}

    /** Paints it in 9 by 13 pixels. */
    static void paint(Graphics2D g, Color ink, double x, double y) {
        g.setColor(ink);
        g.fill(new RoundRectangle2D.Double(x + 1.5, y, 6, 2.4, 2, 2));
        g.fill(new RoundRectangle2D.Double(x + 2.6, y + 1.5, 3.8, 4.5, 1, 1));
        g.fill(new Ellipse2D.Double(x + 0.5, y + 5, 8, 3));
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x + 4.5, y + 7.5, x + 4.5, y + 12));
    }
}

package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** A triangle with an exclamation mark, so that a problem is not told by its colour alone. */
final class WarningSign {
    static final double SIZE = 12;

    private WarningSign() {}

    /** Paints the sign in a size of its own. */
    static void paint(Graphics2D g, Colors colors, double x, double y, double size) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(size / SIZE, size / SIZE);
        paint(g, colors, 0, 0);
        g.setTransform(before);
    }

    static void paint(Graphics2D g, Colors colors, double x, double y) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x + 6, y);
        triangle.lineTo(x + 12.5, y + 12);
        triangle.lineTo(x - 0.5, y + 12);
        triangle.closePath();
        g.setColor(colors.problem());
        g.fill(triangle);
        g.setColor(colors.card());
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x + 6, y + 4.3, x + 6, y + 7.6));
        g.fill(new Ellipse2D.Double(x + 5.2, y + 9, 1.6, 1.6));
    }
}

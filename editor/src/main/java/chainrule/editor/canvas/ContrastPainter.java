package chainrule.editor.canvas;

import chainrule.editor.session.Contrast;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Marks what is different in a graph that this one is compared with: an unequal sign where both have a node or an edge,
 * a dashed outline and a plus where only this one has it. The signs have no colour of the passes, and shrink less than
 * what they mark.
 */
final class ContrastPainter {
    private static final double SIZE = 8;
    private static final double LEAST_ZOOM = 0.35;
    /** Where on an edge its sign is: near where it begins, off the chips and the breakpoint. */
    private static final double NEAR_BEGIN = 0.1;

    private final Graphics2D g;
    private final Scene scene;
    private final double scale;

    ContrastPainter(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.scale = 1 / Math.sqrt(Math.min(1, Math.max(zoom, LEAST_ZOOM)));
    }

    void paint() {
        Contrast contrast = scene.marks().contrast();
        for (Card card : scene.cards()) {
            Rectangle2D box = card.bounds();
            if (contrast.alone().contains(card.id())) {
                outline(box);
                sign(box.getMaxX(), box.getY(), false);
            } else if (contrast.different().contains(card.id())) {
                sign(box.getMaxX(), box.getY(), true);
            }
        }
        for (Edge edge : scene.document().graph().edges()) {
            boolean alone = contrast.alone().contains(edge.to());
            if (alone || contrast.different().contains(edge.to())) {
                scene.curve(edge.to()).ifPresent(curve -> {
                    Point2D at = curve.at(NEAR_BEGIN);
                    sign(at.getX(), at.getY(), !alone);
                });
            }
        }
    }

    private void outline(Rectangle2D box) {
        double gap = 5;
        g.setColor(scene.colors().text());
        g.setStroke(EdgePainter.dashed(1.6 * scale, (float) (5 * scale), (float) (4 * scale)));
        g.draw(new RoundRectangle2D.Double(
                box.getX() - gap, box.getY() - gap, box.getWidth() + 2 * gap, box.getHeight() + 2 * gap, 18, 18));
    }

    /** A disc with an unequal sign or a plus. */
    private void sign(double x, double y, boolean unequal) {
        Colors colors = scene.colors();
        double r = SIZE * scale;
        g.setColor(colors.canvas());
        g.fill(new Ellipse2D.Double(x - r * 1.2, y - r * 1.2, r * 2.4, r * 2.4));
        g.setColor(colors.text());
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        g.setColor(colors.canvas());
        g.setStroke(new BasicStroke((float) (r * 0.22), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double half = r * 0.5;
        if (unequal) {
            g.draw(new Line2D.Double(x - half, y - r * 0.2, x + half, y - r * 0.2));
            g.draw(new Line2D.Double(x - half, y + r * 0.22, x + half, y + r * 0.22));
            g.draw(new Line2D.Double(x - r * 0.3, y + r * 0.55, x + r * 0.3, y - r * 0.55));
        } else {
            g.draw(new Line2D.Double(x - half, y, x + half, y));
            g.draw(new Line2D.Double(x, y - half, x, y + half));
        }
    }
}

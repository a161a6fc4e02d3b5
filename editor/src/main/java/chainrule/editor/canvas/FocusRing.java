package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/** The line around what the keyboard has reached: in the colour of text, so that no selection or warning is like it. */
final class FocusRing {
    private static final double AROUND = 7;
    private static final double WIDTH = 2.2;

    private final Scene scene;
    private final double zoom;

    FocusRing(Scene scene, double zoom) {
        this.scene = scene;
        this.zoom = zoom;
    }

    /** Paints the ring in graph pixels, as wide on the screen whatever the zoom. */
    void paint(Graphics2D g, Hit hit) {
        double width = WIDTH / Math.min(1, zoom);
        Stroke before = g.getStroke();
        g.setColor(scene.colors().text());
        if (hit instanceof Hit.OnEdge on) {
            g.setStroke(EdgePainter.dashed(width, (float) (3 * width), (float) (2 * width)));
            scene.curve(on.slot()).ifPresent(curve -> {
                g.draw(curve.beside(-6).path());
                g.draw(curve.beside(9).path());
            });
        } else {
            g.setStroke(EdgePainter.line(width));
            shape(hit).ifPresent(g::draw);
        }
        g.setStroke(before);
    }

    /** Where a thing lies; empty where it is not there. */
    Optional<Rectangle2D> box(Hit hit) {
        if (hit instanceof Hit.OnNode on) {
            return scene.card(on.node()).map(Card::bounds);
        } else if (hit instanceof Hit.OnSlot on) {
            return scene.port(on.slot()).map(FocusRing::around);
        } else if (hit instanceof Hit.OnSource on) {
            return scene.port(on.source()).map(FocusRing::around);
        } else if (hit instanceof Hit.OnEdge on) {
            return scene.curve(on.slot()).map(curve -> around(curve.at(0.5)));
        }
        return hit instanceof Hit.OnRemark on ? remark(on.id()) : Optional.empty();
    }

    private Optional<Shape> shape(Hit hit) {
        return box(hit).map(b -> {
            boolean port = hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource;
            double grow = port ? 0 : AROUND;
            double arc = port ? b.getWidth() : 2 * (NodeMetrics.RADIUS + grow);
            return new RoundRectangle2D.Double(
                    b.getX() - grow, b.getY() - grow, b.getWidth() + 2 * grow, b.getHeight() + 2 * grow, arc, arc);
        });
    }

    private Optional<Rectangle2D> remark(RemarkId id) {
        return scene.remarks().stream()
                .filter(r -> r.id().equals(id))
                .map(RemarkBox::bounds)
                .findFirst();
    }

    private static Rectangle2D around(Point2D at) {
        double r = NodeMetrics.PORT + 5;
        return new Rectangle2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
    }
}

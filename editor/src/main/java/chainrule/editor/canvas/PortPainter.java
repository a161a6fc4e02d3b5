package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints ports: a circle for a number, a square for an array, a diamond for whole numbers; filled where values leave. */
final class PortPainter {
    static final Font NAME = Fonts.ui(9, false);

    private static final BasicStroke RING = new BasicStroke(1.7f);
    private static final BasicStroke OFFER =
            new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.2f, 1.8f}, 0);

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;

    PortPainter(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
        this.zoom = zoom;
    }

    void paint(Card card) {
        card.inputs().forEach((slot, at) -> faded(slot, () -> input(card, slot, at)));
        card.outputs().forEach((source, at) -> faded(source, () -> output(card, source, at)));
    }

    private void input(Card card, Slot slot, Point2D at) {
        Graph graph = scene.document().graph();
        Optional<Edge> edge = graph.into(slot);
        boolean offer = edge.isEmpty()
                && card.node()
                        .type()
                        .input(slot.port())
                        .filter(p -> p.optional() || (p.variadic() && graph.count(card.id(), p) > 0))
                        .isPresent();
        Shape form = form(slot, edge.orElse(null), at);
        g.setColor(colors.card());
        g.fill(form);
        g.setColor(edge.isPresent() || target(slot) ? colors.value() : colors.quiet());
        g.setStroke(offer ? OFFER : RING);
        g.draw(form);
        if (scene.marks().flashed().contains(slot)) {
            ring(at);
        }
        boolean several = card.inputs().size() > 1 || edge.isEmpty();
        if (several && zoom >= 0.7 && !card.collapsed()) {
            double width = Lettering.width(slot.port(), NAME);
            g.setColor(Colors.faint(colors.canvas(), 0.8));
            g.fill(new Rectangle2D.Double(at.getX() - 8 - width, at.getY() - 12, width + 1, 9));
            g.setColor(colors.quiet());
            Lettering.right(g, slot.port(), NAME, at.getX() - 7.5, at.getY() - 4.5);
        }
        if (edge.isPresent() && zoom >= 0.7) {
            Repetition.of(graph, scene.numbers(), slot).ifPresent(badge -> badge.paint(g, colors, at));
        }
    }

    private void output(Card card, Source source, Point2D at) {
        boolean array = scene.numbers().shape(source).filter(s -> !s.isScalar()).isPresent();
        Shape form = array ? square(at, NodeMetrics.PORT) : circle(at, NodeMetrics.PORT);
        Color ink = colors.value();
        g.setColor(ink);
        g.fill(form);
        if (scene.marks().flashed().contains(source)) {
            ring(at);
        }
        if (card.outputs().size() > 1 && zoom >= 0.7 && !card.collapsed()) {
            g.setColor(colors.quiet());
            Lettering.left(g, source.port(), NAME, at.getX() + 7.5, at.getY() - 4.5);
        }
    }

    private Shape form(Slot slot, @Nullable Edge edge, Point2D at) {
        double size = NodeMetrics.PORT + (target(slot) ? 1.5 : 0);
        boolean whole = scene.document()
                .graph()
                .type(slot.node())
                .input(slot.port())
                .filter(p -> p.integer())
                .isPresent();
        if (whole) {
            return diamond(at, size);
        }
        boolean array = edge != null
                && scene.numbers().shape(edge.from()).filter(s -> !s.isScalar()).isPresent();
        return array ? square(at, size) : circle(at, size);
    }

    /** Whether a wire that is being drawn is plugged here or may be. */
    private boolean target(Object port) {
        Wire wire = scene.marks().wire();
        return wire != null
                && !wire.closed().contains(port)
                && (wire.forward() ? port instanceof Slot : port instanceof Source);
    }

    private void faded(Object port, Runnable painting) {
        Wire wire = scene.marks().wire();
        if (wire == null || !wire.closed().contains(port)) {
            painting.run();
            return;
        }
        Composite before = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.4f));
        painting.run();
        g.setComposite(before);
    }

    private void ring(Point2D at) {
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke(2f));
        g.draw(circle(at, NodeMetrics.PORT + 5));
    }

    static Shape circle(Point2D at, double radius) {
        return new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    private static Shape square(Point2D at, double radius) {
        double r = radius * 0.9;
        return new Rectangle2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
    }

    private static Shape diamond(Point2D at, double radius) {
        double r = radius * 1.2;
        Path2D path = new Path2D.Double();
        path.moveTo(at.getX() - r, at.getY());
        path.lineTo(at.getX(), at.getY() - r);
        path.lineTo(at.getX() + r, at.getY());
        path.lineTo(at.getX(), at.getY() + r);
        path.closePath();
        return path;
    }
}

package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Set;

/** Paints a scene in graph pixels: the same for the screen, a picture and a print. */
final class ScenePainter {
    private static final double STOP = 6;
    private static final double LEAST_ZOOM = 0.35;
    /** How much of what steps back is covered. */
    private static final double VEIL = 0.72;
    /** Where on an edge its breakpoint is: near the slot that names it, off the chips. */
    private static final double NEAR_END = 0.88;

    private static final Font PILL = Fonts.ui(13, true);

    private final Graphics2D g;
    private final Scene scene;
    private final double zoom;
    private final Rectangle2D visible;

    /**
     * @param g scaled to graph pixels already
     * @param zoom how many pixels of the output a graph pixel is, which decides what is left out
     * @param visible what has to be painted
     */
    ScenePainter(Graphics2D g, Scene scene, double zoom, Rectangle2D visible) {
        this.g = g;
        this.scene = scene;
        this.zoom = zoom;
        this.visible = visible;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Dots every {@link Grid#PITCH} pixels, fewer where they would be dense. */
    void grid() {
        double pitch = Grid.PITCH;
        while (pitch * zoom < 12) {
            pitch *= 2;
        }
        double dot = 1.1 / zoom;
        g.setColor(Colors.faint(scene.colors().quiet(), scene.colors().isDark() ? 0.22 : 0.28));
        g.setStroke(EdgePainter.dashed(dot, (float) dot, (float) (pitch - dot)));
        double left = Math.floor(visible.getX() / pitch) * pitch - dot / 2;
        for (double y = Math.floor(visible.getY() / pitch) * pitch; y <= visible.getMaxY(); y += pitch) {
            g.draw(new Line2D.Double(left, y, visible.getMaxX(), y));
        }
    }

    void paint() {
        new NotePainter(g, scene, zoom).paint();
        List<Way> edges = scene.geometry().ways().stream().filter(this::shows).toList();
        paint(edges, scene.stack().stream().filter(this::shows).toList());
        stops(edges);
        new ContrastPainter(g, scene, zoom).paint();
    }

    /** Lets everything step back but one path, over what is painted already. */
    void light(Lit lit) {
        g.setColor(Colors.faint(scene.colors().canvas(), VEIL));
        g.fill(visible);
        List<Way> edges = scene.geometry().ways().stream()
                .filter(way -> lit.edges().contains(way.edge().to()) && shows(way))
                .toList();
        paint(
                edges,
                scene.stack().stream()
                        .filter(card -> lit.nodes().contains(card.id()) && shows(card))
                        .toList());
        stops(edges);
    }

    /**
     * @param stack from back to front
     */
    private void paint(List<Way> edges, List<Card> stack) {
        NodePainter nodes = new NodePainter(g, scene, zoom);
        stack.forEach(nodes::halo);
        EdgePainter wires = new EdgePainter(g, scene, zoom);
        edges.forEach(way -> wires.ground(way.edge().to(), way.curve()));
        edges.forEach(way -> wires.paint(way.edge(), way.curve()));
        stack.stream().filter(c -> !scene.raised(c)).forEach(nodes::paint);
        edges.forEach(way -> wires.chips(way.edge()));
        stack.forEach(this::sum);
        stack.stream().filter(scene::raised).forEach(nodes::paint);
    }

    private boolean shows(Way way) {
        return way.curve().within(visible, 80, 40);
    }

    /** A ringed violet dot where a node or an edge has a breakpoint. */
    private void stops(List<Way> edges) {
        Set<Object> stops = scene.marks().stops();
        scene.cards().stream()
                .filter(card -> stops.contains(card.id()))
                .forEach(card -> stop(card.bounds().getX(), card.bounds().getY()));
        edges.stream()
                .filter(way -> stops.contains(way.edge().to()))
                .map(way -> way.curve().at(NEAR_END))
                .forEach(at -> stop(at.getX(), at.getY()));
    }

    private void stop(double x, double y) {
        double r = STOP / Math.min(1, Math.max(zoom, LEAST_ZOOM));
        dot(scene.colors().canvas(), x, y, r * 1.3);
        dot(scene.colors().cursor(), x, y, r);
        dot(scene.colors().canvas(), x, y, r / 3);
    }

    private void dot(Color color, double x, double y, double r) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }

    private void sum(Card card) {
        if (zoom < EdgePainter.DOTS) {
            return;
        }
        SumLabel.of(scene, card).ifPresent(this::sum);
    }

    private void sum(SumLabel label) {
        Colors colors = scene.colors();
        Rectangle2D box = label.box();
        RoundRectangle2D ground = new RoundRectangle2D.Double(
                box.getX(), box.getY(), box.getWidth(), box.getHeight(), label.now() ? 8 : 12, label.now() ? 8 : 12);
        g.setColor(label.now() ? colors.now() : colors.gradientGround());
        g.fill(ground);
        g.setColor(label.now() ? colors.hairline() : Colors.faint(colors.gradient(), 0.25));
        g.setStroke(new BasicStroke(0.9f));
        g.draw(ground);
        Font font = SumLabel.font(label.now());
        g.setColor(label.now() ? colors.text() : colors.gradient());
        Lettering.left(g, label.text(), font, box.getX() + 8, box.getY() + 14);
        if (!label.more().isEmpty()) {
            g.setColor(colors.quiet());
            Lettering.left(g, label.more(), SumLabel.small(), box.getX() + 8, box.getY() + 29.5);
        }
    }

    /** How wide the pill of a sentence is, with a little room. */
    static double pillWidth(String text) {
        return Lettering.width(text, PILL) + 72;
    }

    /** The step that was done last, as a yellow pill. */
    static void pill(Graphics2D g, Colors colors, String text, double middle, double top) {
        Font font = PILL;
        double width = pillWidth(text) - 16;
        RoundRectangle2D pill = new RoundRectangle2D.Double(middle - width / 2, top, width, 30, 30, 30);
        g.setColor(colors.now());
        g.fill(pill);
        g.setColor(Colors.mixed(colors.hairline(), colors.quiet(), 0.15));
        g.setStroke(new BasicStroke(1));
        g.draw(pill);
        g.setColor(colors.text());
        Lettering.middle(g, text, font, middle, top + 19.6);
    }

    private boolean shows(Card card) {
        Rectangle2D b = card.bounds();
        return visible.intersects(b.getX() - 60, b.getY() - 20, b.getWidth() + 120, b.getHeight() + 90);
    }
}

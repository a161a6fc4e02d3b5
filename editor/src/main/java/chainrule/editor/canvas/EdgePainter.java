package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Slot;
import chainrule.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/** Paints an edge as two lines side by side: the value forward, the gradient back, and the chips with their numbers. */
final class EdgePainter {
    /** Below this zoom chips are dots. */
    static final double DOTS = 0.6;
    /** Below this zoom there are no chips. */
    static final double NO_CHIPS = 0.3;

    private static final double VALUE_WIDTH = 1.8;
    private static final double DOT = 3.6;
    private static final double BEND = 4;

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;
    private final WireInks inks;
    private final Color absent;

    EdgePainter(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
        this.zoom = zoom;
        this.inks = scene.inks();
        this.absent = Colors.mixed(colors.canvas(), colors.quiet(), 0.55);
    }

    void paint(Edge edge, EdgeCurve curve) {
        Numbers numbers = scene.numbers();
        Slot slot = edge.to();
        Optional<Tensor> value = numbers.value(edge.from());
        Optional<Tensor> gradient = numbers.contribution(slot);
        Optional<WireInks.Ink> ink = inks.of(edge);
        if (ink.isPresent()) {
            g.setColor(dimmed(ink.get().color()));
            g.setStroke(wire(ink.get().width()));
            g.draw(curve.path());
            bends(slot);
            return;
        }
        double width = gradient.map(EdgePainter::width).orElse(0.0);
        gradient.ifPresent(t -> gradient(slot, t, curve.beside((VALUE_WIDTH + width) / 2 + 0.7), width));
        g.setColor(dimmed(value.map(this::valueInk).orElse(absent)));
        g.setStroke(value.filter(t -> !t.isFinite()).isPresent() ? broken(VALUE_WIDTH) : wire(VALUE_WIDTH));
        g.draw(curve.path());
        bends(slot);
    }

    /** The points that the edge is led through. */
    private void bends(Slot slot) {
        if (zoom >= NO_CHIPS) {
            for (chainrule.io.Point point : scene.document().layout().via().getOrDefault(slot, List.of())) {
                g.fill(PortPainter.circle(new Point2D.Double(point.x(), point.y()), BEND));
            }
        }
    }

    void chips(Edge edge) {
        if (zoom < NO_CHIPS) {
            return;
        }
        Numbers numbers = scene.numbers();
        ChipLayout layout = scene.chips();
        numbers.value(edge.from()).ifPresent(t -> layout.value(edge.to())
                .ifPresent(c -> chip(c, ChipText.value(t, c.brief()), colors.valueGround(), valueInk(t))));
        numbers.contribution(edge.to()).ifPresent(t -> layout.gradient(edge.to())
                .ifPresent(c -> chip(c, ChipText.gradient(t, c.brief()), colors.gradientGround(), gradientInk(t))));
        if (numbers.hidesValue(edge.from())) {
            layout.value(edge.to())
                    .ifPresent(c -> chip(c, ChipText.HIDDEN + " →", colors.valueGround(), colors.value()));
        }
        if (numbers.hides(edge.to())) {
            layout.gradient(edge.to())
                    .ifPresent(c -> chip(c, "← " + ChipText.HIDDEN, colors.gradientGround(), colors.gradient()));
        }
    }

    /** Wider by the logarithm of the gradient's length; a hair for none. */
    static double width(Tensor gradient) {
        double norm = gradient.norm();
        if (norm == 0) {
            return 1;
        }
        return Double.isFinite(norm) ? Math.max(1, Math.min(6, 2.4 + 0.8 * Math.log10(norm))) : 6;
    }

    /** What marks an edge, below all edges. */
    void ground(Slot slot, EdgeCurve curve) {
        boolean now = scene.numbers().isMarked(slot);
        boolean selected = scene.marks().edges().contains(slot);
        if (now || scene.marks().flashed().contains(slot)) {
            g.setColor(colors.now());
            g.setStroke(line(14));
            g.draw(curve.beside(2).path());
        }
        if (selected) {
            g.setColor(Colors.faint(colors.cursor(), 0.4));
            g.setStroke(line(8));
            g.draw(curve.beside(1.5).path());
        }
    }

    private void gradient(Slot slot, Tensor gradient, EdgeCurve curve, double width) {
        boolean now = scene.numbers().isPulled(slot);
        g.setColor(dimmed(gradientInk(gradient)));
        if (gradient.norm() == 0) {
            g.setStroke(dashed(1.2, 1.2f, 3.2f));
        } else if (!gradient.isFinite()) {
            g.setStroke(broken(width));
        } else {
            g.setStroke(now ? dashed(width, 7, 4) : wire(width));
        }
        g.draw(curve.path());
    }

    private void chip(Chip chip, String text, Color ground, Color ink) {
        if (chip.dot() || zoom < DOTS) {
            g.setColor(ink);
            g.fill(PortPainter.circle(chip.center(), DOT));
            return;
        }
        double width = ChipText.width(text);
        Point2D c = chip.center();
        RoundRectangle2D pill = new RoundRectangle2D.Double(
                c.getX() - width / 2, c.getY() - Chip.HEIGHT / 2, width, Chip.HEIGHT, Chip.HEIGHT, Chip.HEIGHT);
        g.setColor(dimmed(ground));
        g.fill(pill);
        g.setColor(Colors.faint(ink, colors.isDark() ? 0.35 : 0.22));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(pill);
        g.setColor(dimmed(ink));
        Lettering.middle(g, text, ChipText.FONT, c.getX(), c.getY() + 4.1);
    }

    private Color valueInk(Tensor tensor) {
        return tensor.isFinite() ? colors.value() : colors.problem();
    }

    private Color gradientInk(Tensor tensor) {
        return tensor.isFinite() ? colors.gradient() : colors.problem();
    }

    private Color dimmed(Color color) {
        return scene.numbers().stale() ? Colors.mixed(color, colors.canvas(), 0.6) : color;
    }

    /** A plain line where the canvas is so small that its ends do not show. */
    private BasicStroke wire(double width) {
        return zoom < NO_CHIPS
                ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL)
                : line(width);
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Dashes and dots, for what is not a finite number. */
    private static BasicStroke broken(double width) {
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 3, 2, 3}, 0);
    }

    static BasicStroke dashed(double width, float on, float off) {
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }
}

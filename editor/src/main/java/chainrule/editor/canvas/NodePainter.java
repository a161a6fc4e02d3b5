package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.exec.Step;
import chainrule.graph.Problem;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints a node as a card: name, type, value and gradient. Works in graph pixels on any {@link Graphics2D}. */
final class NodePainter {
    /** Below this zoom a card shows its name only. */
    static final double NAME_ONLY = 0.4;

    private static final Font NUMBER = Fonts.mono(16, true);
    private static final Font ROW = Fonts.ui(11.5, false);
    private static final Font SMALL = Fonts.ui(9, false);

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;

    NodePainter(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
        this.zoom = zoom;
    }

    void paint(Card card) {
        g.setColor(colors.card());
        g.fill(outline(card, 0));
        if (zoom < NAME_ONLY) {
            nameOnly(card);
        } else {
            title(card);
            if (!card.collapsed()) {
                rows(card);
            }
        }
        if (scene.numbers().stale()) {
            hatch(card);
        }
        border(card);
        if (zoom >= NAME_ONLY) {
            new PortPainter(g, scene, zoom).paint(card);
            problem(card);
        }
    }

    private static RoundRectangle2D outline(Card card, double grow) {
        Rectangle2D b = card.bounds();
        double arc = 2 * (NodeMetrics.RADIUS + grow);
        return new RoundRectangle2D.Double(
                b.getX() - grow, b.getY() - grow, b.getWidth() + 2 * grow, b.getHeight() + 2 * grow, arc, arc);
    }

    /** Yellow around the node that the last step was about, or that a lesson points at; lies below the edges. */
    void halo(Card card) {
        if (marked(card) || scene.marks().flashed().contains(card.id())) {
            g.setColor(colors.now());
            g.fill(outline(card, 6));
        }
    }

    private boolean marked(Card card) {
        return scene.numbers()
                .marked()
                .map(Step::node)
                .filter(card.id()::equals)
                .isPresent();
    }

    private void border(Card card) {
        boolean selected = scene.marks().nodes().contains(card.id());
        boolean problem = !scene.numbers().problemsAt(card.id()).isEmpty();
        Color line = Colors.mixed(colors.hairline(), colors.quiet(), 0.3);
        g.setColor(selected || marked(card) ? colors.cursor() : problem ? colors.problem() : line);
        g.setStroke(new BasicStroke(selected ? 2.4f : marked(card) || problem ? 1.8f : 1.1f));
        Object before = g.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
        g.draw(outline(card, 0));
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, before);
        if (problem && selected) {
            g.setColor(colors.problem());
            g.setStroke(new BasicStroke(1.2f));
            g.draw(outline(card, 2.5));
        }
    }

    private void titleGround(Card card) {
        Rectangle2D t = card.collapsed() ? card.bounds() : card.title();
        double r = NodeMetrics.RADIUS;
        Path2D ground = new Path2D.Double();
        if (card.collapsed()) {
            ground.append(outline(card, 0), false);
        } else {
            ground.moveTo(t.getX(), t.getMaxY());
            ground.lineTo(t.getX(), t.getY() + r);
            ground.quadTo(t.getX(), t.getY(), t.getX() + r, t.getY());
            ground.lineTo(t.getMaxX() - r, t.getY());
            ground.quadTo(t.getMaxX(), t.getY(), t.getMaxX(), t.getY() + r);
            ground.lineTo(t.getMaxX(), t.getMaxY());
            ground.closePath();
        }
        g.setColor(colors.title(card.node().type().category()));
        g.fill(ground);
    }

    private void title(Card card) {
        titleGround(card);
        Rectangle2D t = card.title();
        g.setColor(colors.shelf(card.node().type().category()));
        g.fill(new RoundRectangle2D.Double(t.getX() + 10, t.getY() + 9, 10, 10, 4, 4));
        Font bold = Fonts.ui(13, true);
        double right = t.getMaxX() - NodeMetrics.PAD;
        double baseline = t.getY() + 18.5;
        if (!scene.numbers().problemsAt(card.id()).isEmpty()) {
            sign(right - 12, t.getY() + 7);
            right -= 18;
        }
        String name = Lettering.fitted(card.id().name(), bold, right - t.getX() - 28 - 30);
        double nameEnd = t.getX() + 28 + Lettering.width(name, bold);
        g.setColor(colors.text());
        Lettering.left(g, name, bold, t.getX() + 28, baseline);
        if (scene.numbers().root().filter(card.id()::equals).isPresent()) {
            nameEnd = root(nameEnd + 7, t.getCenterY());
        }
        boolean stale = scene.numbers().stale();
        Font small = stale ? Fonts.italic(11) : Fonts.ui(11, false);
        String said = stale ? "stale" : said(card);
        g.setColor(colors.quiet());
        Lettering.right(g, Lettering.fitted(said, small, right - nameEnd - 8), small, right, baseline - 0.5);
    }

    /** What the learner calls the node, or else what its type is called. */
    private static String said(Card card) {
        return card.node().label().isEmpty()
                ? card.node().type().label()
                : card.node().label();
    }

    /** A ring with a seed in it, and the word. */
    private double root(double x, double y) {
        g.setColor(colors.gradient());
        g.setStroke(new BasicStroke(1.3f));
        g.draw(new Ellipse2D.Double(x, y - 4, 8, 8));
        g.fill(new Ellipse2D.Double(x + 2.5, y - 1.5, 3, 3));
        Font font = Fonts.ui(10, false);
        Lettering.left(g, "root", font, x + 11.5, y + 3.7);
        return x + 11.5 + Lettering.width("root", font);
    }

    private void rows(Card card) {
        Numbers numbers = scene.numbers();
        Rectangle2D b = card.bounds();
        Optional<Tensor> value = numbers.value(card.firstOutput());
        Optional<Tensor> gradient = numbers.gradient(card.firstOutput());
        double top = b.getY() + NodeMetrics.TITLE + 1;
        double slack = card.grid().isPresent() ? 0 : (b.getHeight() - NodeMetrics.HEIGHT) / 2;
        double height = card.grid()
                .map(n -> NodeMetrics.GRID_HEAD + n.shownRows() * NodeMetrics.CELL_HEIGHT + 4)
                .orElse(NodeMetrics.ROW);
        top += slack;
        row(card, "value", value.orElse(null), top);
        if (value.isEmpty()) {
            absent("not yet", true, b.getMaxX() - NodeMetrics.PAD, top + 19.5);
        }
        row(card, "gradient", gradient.orElse(null), top + height);
        if (gradient.isEmpty()) {
            boolean never = numbers.state(card.firstOutput()) == Numbers.Gradient.NONE;
            absent(never ? "—" : "not yet", !never, b.getMaxX() - NodeMetrics.PAD, top + height + 19.5);
        }
    }

    private void absent(String text, boolean italic, double right, double baseline) {
        g.setColor(colors.quiet());
        Lettering.right(g, text, italic ? Fonts.italic(11.5) : ROW, right, baseline);
    }

    private void row(Card card, String label, @Nullable Tensor tensor, double top) {
        double left = card.bounds().getX() + NodeMetrics.PAD;
        double right = card.bounds().getMaxX() - NodeMetrics.PAD;
        boolean value = label.equals("value");
        g.setColor(colors.quiet());
        boolean ranged = tensor != null && !value && card.grid().isEmpty() && tensor.size() > HeatStrip.MOST_WRITTEN;
        Lettering.left(g, label, ROW, left + (card.inputs().isEmpty() ? 0 : 2), top + (ranged ? 15 : 19.5));
        Optional<Shape> shape = scene.numbers().shape(card.firstOutput()).filter(s -> !s.isScalar());
        if (value && shape.isPresent()) {
            fold(card, shape.get(), top);
        }
        if (tensor == null) {
            return;
        }
        Color ink = !tensor.isFinite() ? colors.problem() : value ? colors.value() : colors.gradient();
        if (tensor.shape().isScalar()) {
            scalar(tensor.item(), ink, right, top);
        } else if (card.grid().isPresent()) {
            new GridPainter(g, colors).paint(card, card.grid().get(), tensor, top + NodeMetrics.GRID_HEAD);
        } else {
            strip(tensor, ink, right, top);
        }
    }

    private void scalar(double number, Color ink, double right, double top) {
        g.setColor(ink);
        String text = Digits.brief(number);
        Lettering.right(g, text, NUMBER, right, top + 21.5);
        if (!Double.isFinite(number)) {
            sign(right - Lettering.width(text, NUMBER) - 16, top + 9);
        }
    }

    private void strip(Tensor tensor, Color ink, double right, double top) {
        HeatStrip strip = new HeatStrip(tensor, colors);
        double height = strip.written() ? 16 : 15;
        strip.paint(g, new Rectangle2D.Double(right - 82, top + (strip.written() ? 7.5 : 3), 82, height));
        if (!strip.written()) {
            g.setColor(ink);
            Lettering.right(g, strip.range(), Fonts.mono(8.5, false), right, top + 28);
        }
    }

    /** A small triangle and the shape; a press there folds and unfolds the numbers. */
    private void fold(Card card, Shape shape, double top) {
        double x = card.bounds().getX() + 48;
        double y = top + 15.5;
        Path2D triangle = new Path2D.Double();
        if (card.grid().isPresent()) {
            triangle.moveTo(x, y - 2.5);
            triangle.lineTo(x + 7, y - 2.5);
            triangle.lineTo(x + 3.5, y + 2.5);
        } else {
            triangle.moveTo(x + 1, y - 3.5);
            triangle.lineTo(x + 6, y);
            triangle.lineTo(x + 1, y + 3.5);
        }
        triangle.closePath();
        g.setColor(colors.quiet());
        g.fill(triangle);
        double room = card.grid().isPresent() ? 80 : 29;
        Lettering.left(g, Lettering.fitted(shape.toString(), SMALL, room), SMALL, x + 10, y + 3.2);
    }

    private void nameOnly(Card card) {
        g.setColor(colors.title(card.node().type().category()));
        g.fill(outline(card, 0));
        double size = Math.min(46, 10.5 / zoom);
        Font font = Fonts.ui(size, true);
        Rectangle2D b = card.bounds();
        String name = Lettering.fitted(card.id().name(), font, b.getWidth() - 10);
        g.setColor(colors.text());
        Lettering.middle(g, name, font, b.getCenterX(), b.getCenterY() + size * 0.36);
    }

    private void hatch(Card card) {
        java.awt.Shape clip = g.getClip();
        Rectangle2D b = card.bounds();
        g.clip(outline(card, 0));
        if (!card.collapsed()) {
            g.clip(new Rectangle2D.Double(b.getX(), b.getY() + NodeMetrics.TITLE, b.getWidth(), b.getHeight()));
        }
        g.setColor(Colors.faint(colors.card(), 0.5));
        g.fill(b);
        g.setColor(Colors.faint(colors.quiet(), 0.28));
        g.setStroke(new BasicStroke(1f));
        for (double x = b.getX() - b.getHeight(); x < b.getMaxX(); x += 9) {
            g.draw(new Line2D.Double(x, b.getMaxY(), x + b.getHeight(), b.getY()));
        }
        g.setClip(clip);
    }

    private void problem(Card card) {
        List<Problem> problems = scene.numbers().problemsAt(card.id());
        if (problems.isEmpty()) {
            return;
        }
        Font font = Fonts.ui(11, false);
        List<String> lines = Lettering.wrapped(
                problems.get(0).sentence(), font, card.bounds().getWidth() + 20, 3);
        double x = card.bounds().getX();
        double y = card.bounds().getMaxY() + 5;
        double width =
                lines.stream().mapToDouble(l -> Lettering.width(l, font)).max().orElse(0) + 12;
        g.setColor(Colors.faint(colors.canvas(), 0.92));
        g.fill(new RoundRectangle2D.Double(x - 4, y, width, lines.size() * 14 + 5, 6, 6));
        g.setColor(colors.problem());
        for (int i = 0; i < lines.size(); i++) {
            Lettering.left(g, lines.get(i), font, x + 2, y + 12.5 + 14 * i);
        }
    }

    /** A triangle with an exclamation mark. */
    private void sign(double x, double y) {
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

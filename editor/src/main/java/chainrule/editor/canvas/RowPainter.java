package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints the two rows of a card: the value, and the gradient below it. */
final class RowPainter {
    private static final Phrases WORDS = Phrases.of(RowPainter.class);
    private static final Font NUMBER = Fonts.mono(16, true);
    private static final Font ROW = Fonts.ui(11.5, false);
    private static final Font SMALL = Fonts.ui(9, false);

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final String value = WORDS.text("row.value");
    private final String gradient = WORDS.text("row.gradient");
    private final String notYet = WORDS.text("row.notYet");

    RowPainter(Graphics2D g, Scene scene) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
    }

    void paint(Card card) {
        Numbers numbers = scene.numbers();
        Rectangle2D b = card.bounds();
        Optional<Tensor> forward = numbers.value(card.firstOutput());
        Optional<Tensor> backward = numbers.gradient(card.firstOutput());
        double top = b.getY() + NodeMetrics.TITLE + 1;
        double slack = card.grid().isPresent() ? 0 : (b.getHeight() - NodeMetrics.HEIGHT) / 2;
        double height = card.grid()
                .map(n -> NodeMetrics.GRID_HEAD + n.shownRows() * NodeMetrics.CELL_HEIGHT + 4)
                .orElse(NodeMetrics.ROW);
        top += slack;
        row(card, true, forward.orElse(null), top);
        if (forward.isEmpty() && numbers.hidesValue(card.firstOutput())) {
            hidden(colors.value(), b.getMaxX() - NodeMetrics.PAD, top);
        } else if (forward.isEmpty()) {
            absent(notYet, true, b.getMaxX() - NodeMetrics.PAD, top + 19.5);
        }
        row(card, false, backward.orElse(null), top + height);
        if (backward.isEmpty() && numbers.hidesGradient(card.firstOutput())) {
            hidden(colors.gradient(), b.getMaxX() - NodeMetrics.PAD, top + height);
        } else if (backward.isEmpty()) {
            boolean never = numbers.state(card.firstOutput()) == Numbers.Gradient.NONE;
            absent(never ? "—" : notYet, !never, b.getMaxX() - NodeMetrics.PAD, top + height + 19.5);
        }
    }

    /** The sign of a number that the learner has yet to predict. */
    private void hidden(Color ink, double right, double top) {
        g.setColor(ink);
        Lettering.right(g, ChipText.HIDDEN, NUMBER, right, top + 21.5);
    }

    private void absent(String text, boolean italic, double right, double baseline) {
        g.setColor(colors.quiet());
        Lettering.right(g, text, italic ? Fonts.italic(11.5) : ROW, right, baseline);
    }

    private void row(Card card, boolean forward, @Nullable Tensor tensor, double top) {
        double left = card.bounds().getX() + NodeMetrics.PAD;
        double right = card.bounds().getMaxX() - NodeMetrics.PAD;

        g.setColor(colors.quiet());
        boolean ranged = tensor != null && !forward && card.grid().isEmpty() && tensor.size() > HeatStrip.MOST_WRITTEN;
        Lettering.left(
                g,
                forward ? value : gradient,
                ROW,
                left + (card.inputs().isEmpty() ? 0 : 2),
                top + (ranged ? 15 : 19.5));
        Optional<Shape> shape = scene.numbers().shape(card.firstOutput()).filter(s -> !s.isScalar());
        if (forward && shape.isPresent()) {
            fold(card, shape.get(), top);
        }
        if (tensor == null) {
            return;
        }
        Color ink = !tensor.isFinite() ? colors.problem() : forward ? colors.value() : colors.gradient();
        if (tensor.shape().isScalar()) {
            scalar(tensor.item(), ink, right, top);
        } else if (card.grid().isPresent()) {
            new GridPainter(g, colors).paint(card, card.grid().get(), tensor, top + NodeMetrics.GRID_HEAD);
        } else {
            strip(tensor, ink, new Rectangle2D.Double(right - room(shape), top, room(shape), NodeMetrics.ROW));
        }
    }

    private void scalar(double number, Color ink, double right, double top) {
        g.setColor(ink);
        String text = Digits.brief(number);
        Lettering.right(g, text, NUMBER, right, top + 21.5);
        if (!Double.isFinite(number)) {
            WarningSign.paint(g, colors, right - Lettering.width(text, NUMBER) - 16, top + 9);
        }
    }

    /** How wide a strip is beside the shape. */
    private static double room(Optional<Shape> shape) {
        double words = shape.map(s -> Lettering.width(s.toString(), SMALL)).orElse(0.0);
        return Math.max(44, Math.min(84, NodeMetrics.WIDTH - NodeMetrics.PAD - 58 - words - 7));
    }

    private void strip(Tensor tensor, Color ink, Rectangle2D row) {
        HeatStrip strip = new HeatStrip(tensor, colors);
        double down = strip.written() ? 7.5 : 3;
        double height = strip.written() ? 16 : 15;
        strip.paint(g, new Rectangle2D.Double(row.getX(), row.getY() + down, row.getWidth(), height));
        if (!strip.written()) {
            g.setColor(ink);
            Lettering.right(g, strip.range(), Fonts.mono(8.5, false), row.getMaxX(), row.getY() + 28);
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
        double room = NodeMetrics.WIDTH - NodeMetrics.PAD - 58 - (card.grid().isPresent() ? 0 : 48);
        Lettering.left(g, Lettering.fitted(shape.toString(), SMALL, room), SMALL, x + 10, y + 3.2);
    }
}

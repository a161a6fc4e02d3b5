package chainrule.editor.stepper;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a tensor: blue below zero, orange above, with its numbers while there are few columns. A click
 * chooses an element. Shapes of more than two axes lie as rows of their last; what has no room is cut off.
 */
final class ElementGrid extends JPanel {
    private static final Phrases WORDS = Phrases.of(ElementGrid.class);
    private static final long serialVersionUID = 1;
    private static final int MOST_ROWS = 5;
    private static final int MOST_WRITTEN = 6;
    private static final int MOST_COLUMNS = 16;
    private static final int HEIGHT = 19;
    private static final int WRITTEN = 50;
    private static final double STRONGEST = 0.5;

    private transient @Nullable Tensor tensor;
    private int chosen = -1;
    private int room = 1;

    ElementGrid(IntConsumer choose) {
        setOpaque(false);
        setName("elements");
        setToolTipText("");
        getAccessibleContext().setAccessibleName(WORDS.text("grid.name"));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                int position = positionAt(event.getX(), event.getY());
                if (position >= 0) {
                    choose.accept(position);
                }
            }
        });
    }

    /** Takes the room that the widest tensor of a pass needs, so that nothing jumps while stepping; none for scalars. */
    void fit(Trace trace) {
        int widest = 0;
        for (int i = 0; i < trace.steps().size(); i++) {
            Tensor result = trace.result(i);
            widest = result.shape().isScalar() ? widest : Math.max(widest, columns(result));
        }
        setVisible(widest > 0);
        room = Math.max(1, Math.min(MOST_COLUMNS, widest));
        revalidate();
    }

    /** Shows a tensor with one element marked; −1 marks none. */
    void show(@Nullable Tensor shown, int position) {
        this.tensor = shown;
        this.chosen = position;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(width() * room + 2, UIScale.scale(HEIGHT) * MOST_ROWS + 2);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int position = positionAt(event.getX(), event.getY());
        Tensor shown = tensor;
        return shown == null || position < 0
                ? null
                : WORDS.text(
                        "grid.element",
                        position / columns(shown),
                        position % columns(shown),
                        Digits.significant(shown.at(position), 8));
    }

    /** The row-major position of the element at a place, or −1. */
    int positionAt(int x, int y) {
        Tensor shown = tensor;
        if (shown == null || x < 0 || y < 0) {
            return -1;
        }
        int column = x / width();
        int row = y / UIScale.scale(HEIGHT);
        boolean inside = column < Math.min(MOST_COLUMNS, columns(shown)) && row < Math.min(MOST_ROWS, rows(shown));
        return inside ? row * columns(shown) + column : -1;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Tensor shown = tensor;
        if (shown == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double most = 0;
        for (int i = 0; i < shown.size(); i++) {
            most = Math.max(most, Math.abs(shown.at(i)));
        }
        for (int row = 0; row < Math.min(MOST_ROWS, rows(shown)); row++) {
            for (int column = 0; column < Math.min(MOST_COLUMNS, columns(shown)); column++) {
                paintElement(g, cell(row, column), shown.at(row * columns(shown) + column), most);
            }
        }
        if (chosen >= 0) {
            g.setColor(Colors.current().cursor());
            g.setStroke(new BasicStroke(UIScale.scale(2f)));
            g.draw(cell(chosen / columns(shown), chosen % columns(shown)));
        }
        g.dispose();
    }

    private void paintElement(Graphics2D g, Rectangle2D cell, double value, double most) {
        Colors colors = Colors.current();
        g.setColor(heat(colors, value, most));
        g.fill(cell);
        g.setColor(colors.hairline());
        g.draw(cell);
        if (room <= MOST_WRITTEN) {
            g.setFont(Fonts.mono(UIScale.scale(11f), false));
            g.setColor(colors.text());
            String text = fitted(g.getFontMetrics(), value, cell.getWidth() - UIScale.scale(6f));
            int width = g.getFontMetrics().stringWidth(text);
            float x = (float) (cell.getMaxX() - UIScale.scale(4f) - width);
            g.drawString(text, x, (float) (cell.getCenterY() + UIScale.scale(4f)));
        }
    }

    /** A number of three digits, or of as many as fit; the tooltip has them all. */
    private static String fitted(FontMetrics metrics, double value, double width) {
        int digits = 3;
        while (digits > 1 && metrics.stringWidth(Digits.significant(value, digits)) > width) {
            digits--;
        }
        return Digits.significant(value, digits);
    }

    private static Color heat(Colors colors, double value, double most) {
        double share = most == 0 || !Double.isFinite(value) ? 0 : Math.abs(value) / most * STRONGEST;
        return Colors.mixed(colors.card(), value < 0 ? colors.value() : colors.gradient(), share);
    }

    private Rectangle2D cell(int row, int column) {
        double height = UIScale.scale(HEIGHT);
        return new Rectangle2D.Double(1.0 + column * width(), 1 + row * height, width(), height);
    }

    private int width() {
        return UIScale.scale(room <= MOST_WRITTEN ? WRITTEN : HEIGHT);
    }

    private static int rows(Tensor tensor) {
        return tensor.size() / columns(tensor);
    }

    private static int columns(Tensor tensor) {
        int rank = tensor.shape().rank();
        return rank == 0 ? 1 : Math.max(1, tensor.shape().dim(rank - 1));
    }
}

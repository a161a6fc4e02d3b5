package chainrule.editor.stepper;

import chainrule.editor.theme.Colors;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a tensor, one square for each element: blue above zero, orange below. A click chooses an element.
 * Shapes of more than two axes lie as rows of their last; what has no room is cut off.
 */
final class ElementGrid extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MOST_ROWS = 6;
    private static final int MOST_COLUMNS = 14;
    private static final int SQUARE = 16;

    private transient @Nullable Tensor tensor;
    private int chosen = -1;

    ElementGrid(IntConsumer choose) {
        setOpaque(false);
        setName("elements");
        setToolTipText("");
        getAccessibleContext().setAccessibleName("Elements of the result");
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

    /** Shows a tensor with one element marked; −1 marks none. */
    void show(@Nullable Tensor shown, int position) {
        this.tensor = shown;
        this.chosen = position;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(square() * MOST_COLUMNS + 1, square() * MOST_ROWS + 1);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int position = positionAt(event.getX(), event.getY());
        Tensor shown = tensor;
        return shown == null || position < 0
                ? null
                : "row " + position / columns(shown) + ", column " + position % columns(shown) + ": "
                        + Digits.significant(shown.at(position), 8);
    }

    /** The row-major position of the element at a place, or −1. */
    int positionAt(int x, int y) {
        Tensor shown = tensor;
        if (shown == null) {
            return -1;
        }
        int column = x / square();
        int row = y / square();
        boolean inside = column < Math.min(MOST_COLUMNS, columns(shown)) && row < Math.min(MOST_ROWS, rows(shown));
        return inside && x >= 0 && y >= 0 ? row * columns(shown) + column : -1;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Tensor shown = tensor;
        if (shown == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        double most = 0;
        for (int i = 0; i < shown.size(); i++) {
            most = Math.max(most, Math.abs(shown.at(i)));
        }
        for (int row = 0; row < Math.min(MOST_ROWS, rows(shown)); row++) {
            for (int column = 0; column < Math.min(MOST_COLUMNS, columns(shown)); column++) {
                paintSquare(g, row, column, heat(shown.at(row * columns(shown) + column), most));
            }
        }
        if (chosen >= 0) {
            g.setColor(Colors.current().cursor());
            g.setStroke(new BasicStroke(UIScale.scale(2f)));
            g.draw(square(chosen / columns(shown), chosen % columns(shown)));
        }
        g.dispose();
    }

    private static void paintSquare(Graphics2D g, int row, int column, Color color) {
        g.setColor(color);
        g.fill(square(row, column));
        g.setColor(Colors.current().hairline());
        g.draw(square(row, column));
    }

    private static Color heat(double value, double most) {
        Colors colors = Colors.current();
        double share = most == 0 || !Double.isFinite(value) ? 0 : Math.abs(value) / most;
        return Colors.mixed(colors.card(), value < 0 ? colors.gradient() : colors.value(), share);
    }

    private static Rectangle2D square(int row, int column) {
        return new Rectangle2D.Double(column * square(), row * square(), square(), square());
    }

    private static int rows(Tensor tensor) {
        return tensor.size() / columns(tensor);
    }

    private static int columns(Tensor tensor) {
        int rank = tensor.shape().rank();
        return rank == 0 ? 1 : Math.max(1, (int) tensor.shape().dim(rank - 1));
    }

    private static int square() {
        return UIScale.scale(SQUARE);
    }
}

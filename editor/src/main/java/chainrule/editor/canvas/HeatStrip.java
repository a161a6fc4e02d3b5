package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A vector or matrix as coloured cells: blue below zero, orange above, pale around it. Large ones are averaged. */
final class HeatStrip {
    private static final Phrases WORDS = Phrases.of(HeatStrip.class);
    private static final int MOST_ROWS = 4;
    private static final int MOST_COLUMNS = 8;
    static final int MOST_WRITTEN = 3;
    private static final Color BELOW = new Color(0x2F7BD9);
    private static final Color ABOVE = new Color(0xE8792B);

    private final Tensor tensor;
    private final NumberGrid grid;
    private final Colors colors;
    private final double largest;

    HeatStrip(Tensor tensor, Colors colors) {
        this.tensor = tensor;
        this.grid = NumberGrid.of(tensor.shape());
        this.colors = colors;
        double most = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double magnitude = Math.abs(tensor.at(i));
            most = Double.isFinite(magnitude) ? Math.max(most, magnitude) : most;
        }
        this.largest = most;
    }

    /** Paints the cells against the right edge of a box. */
    void paint(Graphics2D g, Rectangle2D box) {
        int rows = Math.min(MOST_ROWS, grid.rows());
        int columns = Math.min(MOST_COLUMNS, grid.columns());
        double height = box.getHeight() / rows;
        double width = box.getWidth() / columns;
        if (grid.rows() > 1 || grid.columns() > MOST_WRITTEN) {
            width = Math.min(width, Math.max(2.5 * height, 11));
        }
        double left = box.getMaxX() - columns * width;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double mean = mean(row, rows, column, columns);
                Rectangle2D cell = new Rectangle2D.Double(
                        left + column * width, box.getY() + row * height, width + 0.2, height + 0.2);
                g.setColor(color(mean));
                g.fill(cell);
                if (!Double.isFinite(mean) && !written()) {
                    cross(g, cell);
                }
            }
        }
        g.setColor(colors.isDark() ? Colors.faint(colors.quiet(), 0.35) : Colors.faint(colors.quiet(), 0.45));
        g.setStroke(new BasicStroke(0.75f));
        g.draw(new Rectangle2D.Double(left, box.getY(), columns * width, box.getHeight()));
        write(g, new Rectangle2D.Double(left, box.getY(), width, box.getHeight()));
    }

    private void cross(Graphics2D g, Rectangle2D cell) {
        g.setColor(colors.card());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Line2D.Double(cell.getX(), cell.getY(), cell.getMaxX(), cell.getMaxY()));
        g.draw(new Line2D.Double(cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY()));
    }

    /** The least and the greatest element, or that some are NaN. */
    String range() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tensor.size(); i++) {
            least = Math.min(least, tensor.at(i));
            greatest = Math.max(greatest, tensor.at(i));
        }
        if (Double.isNaN(least)) {
            return WORDS.text("strip.nan");
        }
        String low = Digits.significant(least, 3);
        return least == greatest ? WORDS.text("strip.all", low) : low + " … " + Digits.significant(greatest, 3);
    }

    /** Whether the cells are few enough to carry their numbers. */
    boolean written() {
        return grid.rows() == 1 && grid.columns() <= MOST_WRITTEN;
    }

    Color color(double value) {
        if (!Double.isFinite(value)) {
            return colors.problem();
        }
        Color zero = colors.isDark() ? new Color(0x3A404B) : Color.WHITE;
        double share = largest == 0 ? 0 : Math.pow(Math.min(1, Math.abs(value) / largest), 0.8);
        return Colors.mixed(zero, value < 0 ? BELOW : ABOVE, share * 0.85);
    }

    private void write(Graphics2D g, Rectangle2D cell) {
        if (!written()) {
            return;
        }
        Font font = Fonts.mono(9.5, false);
        List<String> texts = texts(3, font, cell.getWidth() - 5);
        texts = texts.isEmpty() ? texts(2, font, cell.getWidth() - 5) : texts;
        for (int i = 0; i < texts.size(); i++) {
            g.setColor(Double.isFinite(tensor.at(i)) ? colors.text() : colors.card());
            Lettering.middle(g, texts.get(i), font, cell.getX() + (i + 0.5) * cell.getWidth(), cell.getCenterY() + 3.4);
        }
    }

    private List<String> texts(int digits, Font font, double room) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < grid.columns(); i++) {
            texts.add(Digits.significant(tensor.at(i), digits));
        }
        return texts.stream().allMatch(t -> Lettering.width(t, font) <= room) ? texts : List.of();
    }

    private double mean(int row, int rows, int column, int columns) {
        int top = row * grid.rows() / rows;
        int bottom = Math.max(top + 1, (row + 1) * grid.rows() / rows);
        int left = column * grid.columns() / columns;
        int right = Math.max(left + 1, (column + 1) * grid.columns() / columns);
        double sum = 0;
        for (int r = top; r < bottom; r++) {
            for (int c = left; c < right; c++) {
                sum += grid.at(tensor, r, c);
            }
        }
        return sum / ((bottom - top) * (right - left));
    }
}

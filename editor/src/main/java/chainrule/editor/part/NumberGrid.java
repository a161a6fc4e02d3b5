package chainrule.editor.part;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * A tensor to read: one cell per element, tinted from blue over nothing to orange around zero, with digits where there
 * is room for them. Leading axes are stacked; what does not fit is counted.
 */
public final class NumberGrid extends JComponent {
    private static final Phrases WORDS = Phrases.of(NumberGrid.class);
    private static final long serialVersionUID = 1;
    private static final int ROW = 21;
    private static final int THIN_ROW = 9;
    private static final int CELL = 44;
    private static final int MOST_ROWS = 16;
    private static final double STRONGEST = 0.5;

    private final transient Tensor tensor;
    private final boolean stale;
    private final int columns;
    private final int rows;
    private final double greatest;
    private final int mostRows;

    public NumberGrid(Tensor tensor, boolean stale) {
        this(tensor, stale, MOST_ROWS);
    }

    /**
     * @param mostRows so many are shown
     */
    public NumberGrid(Tensor tensor, boolean stale, int mostRows) {
        this.mostRows = mostRows;
        this.tensor = tensor;
        this.stale = stale;
        Shape shape = tensor.shape();
        this.columns = shape.isScalar() ? 1 : shape.dim(-1);
        this.rows = tensor.size() / columns;
        double most = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double magnitude = Math.abs(tensor.at(i));
            most = Double.isFinite(magnitude) ? Math.max(most, magnitude) : most;
        }
        this.greatest = most;
        setToolTipText("");
    }

    @Override
    public Dimension getPreferredSize() {
        int shown = Math.min(rows, mostRows);
        int note = note().isEmpty() ? 0 : UIScale.scale(18);
        return new Dimension(UIScale.scale(CELL), shown * rowHeight() + note);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int row = event.getY() / rowHeight();
        int column = (int) (event.getX() / cellWidth());
        int position = row * columns + column;
        if (row >= Math.min(rows, mostRows) || column >= columns || position >= tensor.size()) {
            return null;
        }
        return index(position) + " = " + Digits.full(tensor.at(position));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        boolean digits = digits();
        g.setFont(Fonts.mono(UIScale.scale(11.5f), false));
        for (int row = 0; row < Math.min(rows, mostRows); row++) {
            for (int column = 0; column < columns; column++) {
                paintCell(g, row, column, digits);
            }
        }
        g.setColor(Colors.current().quiet());
        g.setFont(Fonts.ui(UIScale.scale(11f), false));
        g.drawString(note(), 0, getHeight() - UIScale.scale(4));
        g.dispose();
    }

    private void paintCell(Graphics2D g, int row, int column, boolean digits) {
        Colors colors = Colors.current();
        double value = tensor.at(row * columns + column);
        int left = (int) Math.round(column * cellWidth());
        int right = (int) Math.round((column + 1) * cellWidth());
        int gap = digits ? 1 : 0;
        g.setColor(tint(colors, value));
        g.fillRect(left, row * rowHeight(), right - left - gap, rowHeight() - gap);
        if (digits) {
            FontMetrics metrics = g.getFontMetrics();
            String text = fitting(value, metrics, right - left - UIScale.scale(6));
            Color ink = Double.isFinite(value) ? colors.text() : colors.problem();
            g.setColor(stale ? Colors.mixed(ink, colors.card(), 0.4) : ink);
            int baseline = row * rowHeight() + (rowHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
            g.drawString(text, right - UIScale.scale(5) - metrics.stringWidth(text), baseline);
        }
    }

    /** As many digits as there is room for, at least one. */
    private static String fitting(double value, FontMetrics metrics, int width) {
        String text = Digits.significant(value, 3);
        for (int digits = 2; digits > 0 && metrics.stringWidth(text) > width; digits--) {
            text = Digits.significant(value, digits);
        }
        return text;
    }

    private Color tint(Colors colors, double value) {
        if (!Double.isFinite(value)) {
            return Colors.mixed(colors.card(), colors.problem(), 0.3);
        }
        double share = greatest == 0 ? 0 : Math.abs(value) / greatest * STRONGEST * (stale ? 0.5 : 1);
        return Colors.mixed(colors.card(), value < 0 ? colors.value() : colors.gradient(), share);
    }

    private boolean digits() {
        return cellWidth() >= UIScale.scale(CELL) - 1;
    }

    private double cellWidth() {
        double width = getWidth() > 0 ? getWidth() : UIScale.scale(240);
        return Math.min(width / columns, UIScale.scale(CELL * 1.6f));
    }

    private int rowHeight() {
        return UIScale.scale(digits() ? ROW : THIN_ROW);
    }

    private String note() {
        List<String> parts = new ArrayList<>();
        if (!digits()) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < tensor.size(); i++) {
                least = Math.min(least, tensor.at(i));
                most = Math.max(most, tensor.at(i));
            }
            parts.add(WORDS.text("grid.range", Digits.brief(least), Digits.brief(most)));
        }
        if (rows > mostRows) {
            parts.add(WORDS.text("grid.rows", mostRows, rows));
        }
        return String.join("  ·  ", parts);
    }

    private String index(int position) {
        long[] strides = tensor.shape().strides();
        List<String> index = new ArrayList<>();
        long left = position;
        for (long stride : strides) {
            index.add(Long.toString(left / stride));
            left %= stride;
        }
        return "[" + String.join(", ", index) + "]";
    }
}

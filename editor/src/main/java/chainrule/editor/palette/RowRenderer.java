package chainrule.editor.palette;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.plaf.basic.BasicGraphicsUtils;
import org.jspecify.annotations.Nullable;

/** Paints a line of the palette: a shelf's title with its triangle, or an entry with the shelf's colour. */
final class RowRenderer extends JPanel implements ListCellRenderer<Row> {
    private static final long serialVersionUID = 1;
    private static final int HEIGHT = 25;
    private static final int SHELF_HEIGHT = 28;
    private static final float TEXT = 13f;
    private static final float TITLE = 12.5f;
    private static final float INSET = 8f;
    private static final float STAR_ROOM = 22f;
    private static final float STAR = 5.5f;
    private static final Phrases WORDS = Phrases.of(RowRenderer.class);

    private transient Row row = new Row.Shelf(ShelfId.STARRED, true, 0);
    private boolean selected;
    private boolean focused;
    private boolean hovered;
    private int under = -1;

    RowRenderer() {
        setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Row> list, Row value, int index, boolean isSelected, boolean cellHasFocus) {
        row = value;
        selected = isSelected;
        focused = list.isFocusOwner();
        hovered = index >= 0 && index == under;
        boolean shelf = value instanceof Row.Shelf;
        setPreferredSize(new Dimension(UIScale.scale(120), UIScale.scale(shelf ? SHELF_HEIGHT : HEIGHT)));
        getAccessibleContext().setAccessibleName(name(value));
        setToolTipText(tip(value));
        return this;
    }

    /** Which line the pointer is over, or -1. */
    void under(int index) {
        under = index;
    }

    /** Whether a place in a line is on its star. */
    static boolean onStar(int x, int width) {
        return x > width - UIScale.scale(INSET + STAR_ROOM);
    }

    static String name(Row row) {
        if (row instanceof Row.Entry entry) {
            boolean elsewhere = entry.starred() && !entry.shelf().equals(ShelfId.STARRED);
            return elsewhere ? WORDS.text("starred.name", entry.type().label()) : label(row);
        }
        return label(row);
    }

    private static String label(Row row) {
        return row instanceof Row.Entry entry
                ? entry.type().label()
                : row instanceof Row.Several several
                        ? several.piece().title()
                        : row.shelf().title();
    }

    private static @Nullable String tip(Row row) {
        if (row instanceof Row.Several several) {
            return WORDS.text("row.tip", label(row), several.piece().summary());
        }
        if (!(row instanceof Row.Entry entry)) {
            return null;
        }
        String summary = entry.type().help().summary();
        return WORDS.text(
                "row.tip", label(row), summary.isEmpty() ? entry.type().formula() : summary);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Colors colors = Colors.current();
        if (row instanceof Row.Shelf shelf) {
            paintShelf(g, colors, shelf);
        } else if (row instanceof Row.Entry entry) {
            paintLine(g, colors, colors.shelf(entry.type().category()));
            paintStar(g, colors, entry.starred());
        } else {
            paintLine(g, colors, colors.quiet());
        }
        g.dispose();
    }

    private void paintShelf(Graphics2D g, Colors colors, Row.Shelf shelf) {
        if (selected) {
            ground(g, Colors.faint(colors.cursor(), focused ? 0.16 : 0.08));
        }
        g.setColor(colors.quiet());
        float x = UIScale.scale(8f);
        float middle = getHeight() / 2f;
        float size = UIScale.scale(3.5f);
        Path2D triangle = new Path2D.Float();
        if (shelf.open()) {
            triangle.moveTo(x, middle - size / 2);
            triangle.lineTo(x + 2 * size, middle - size / 2);
            triangle.lineTo(x + size, middle + size * 0.8f);
        } else {
            triangle.moveTo(x + size / 2, middle - size);
            triangle.lineTo(x + size / 2 + size * 1.3f, middle);
            triangle.lineTo(x + size / 2, middle + size);
        }
        triangle.closePath();
        g.fill(triangle);
        g.setFont(Fonts.ui(UIScale.scale(TITLE), true));
        text(g, shelf.shelf().title(), x + UIScale.scale(12f));
    }

    private void paintLine(Graphics2D g, Colors colors, Color mark) {
        ground(g, selected ? Colors.faint(colors.cursor(), focused ? 0.22 : 0.12) : colors.canvas());
        float x = UIScale.scale(18f);
        float side = UIScale.scale(10f);
        g.setColor(mark);
        float arc = UIScale.scale(4f);
        g.fill(new RoundRectangle2D.Float(x, (getHeight() - side) / 2f, side, side, arc, arc));
        g.setColor(colors.text());
        g.setFont(Fonts.ui(UIScale.scale(TEXT), false));
        text(g, label(row), x + side + UIScale.scale(9f));
    }

    /** A full star where the type is starred; an empty one where a click would star it. */
    private void paintStar(Graphics2D g, Colors colors, boolean starred) {
        if (!starShows(starred)) {
            return;
        }
        double x = getWidth() - UIScale.scale(INSET + STAR_ROOM / 2);
        double y = getHeight() / 2.0 + UIScale.scale(0.5f);
        double radius = UIScale.scale(STAR);
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.45;
            double angle = Math.PI * (i / 5.0 - 0.5);
            double px = x + r * Math.cos(angle);
            double py = y + r * Math.sin(angle);
            if (i == 0) {
                star.moveTo(px, py);
            } else {
                star.lineTo(px, py);
            }
        }
        star.closePath();
        g.setColor(colors.quiet());
        if (starred) {
            g.fill(star);
        } else {
            g.setStroke(new BasicStroke(UIScale.scale(1.1f)));
            g.draw(star);
        }
    }

    private boolean starShows(boolean starred) {
        return starred || hovered || selected;
    }

    private void ground(Graphics2D g, Color color) {
        g.setColor(color);
        float inset = UIScale.scale(INSET);
        float gap = UIScale.scale(1.5f);
        float arc = UIScale.scale(8f);
        g.fill(new RoundRectangle2D.Float(inset, gap, getWidth() - 2 * inset, getHeight() - 2 * gap, arc, arc));
    }

    private void text(Graphics2D g, String text, float x) {
        var metrics = g.getFontMetrics();
        float baseline = (getHeight() - metrics.getHeight()) / 2f + metrics.getAscent();
        float right = row instanceof Row.Entry entry && starShows(entry.starred()) ? INSET + STAR_ROOM : INSET;
        int room = Math.round(getWidth() - UIScale.scale(right) - x);
        g.drawString(BasicGraphicsUtils.getClippedString(this, metrics, text, room), x, baseline);
    }
}

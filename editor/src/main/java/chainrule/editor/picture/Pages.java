package chainrule.editor.picture;

import chainrule.editor.canvas.GraphPicture;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;

/**
 * A picture on paper: shrunk to fit one sheet, or at a size of its own on as many sheets as it takes, side by side.
 *
 * @param format the sheet, its margins and how it lies
 * @param scale points of paper that a pixel is
 */
public record Pages(GraphPicture picture, PageFormat format, double scale) implements Pageable, Printable {
    /** A pixel of the canvas as large as on a screen of 96 pixels an inch. */
    public static final double NATURAL = 0.75;

    private static final double EPSILON = 1e-6;

    /** On one sheet, at most at natural size. */
    public static Pages fitted(GraphPicture picture, PageFormat format) {
        double across = format.getImageableWidth() / picture.width();
        double down = format.getImageableHeight() / picture.height();
        return new Pages(picture, format, Math.min(NATURAL, Math.min(across, down)));
    }

    /** How many sheets lie side by side. */
    public int columns() {
        return sheets(picture.width(), format.getImageableWidth());
    }

    /** How many sheets lie below each other. */
    public int rows() {
        return sheets(picture.height(), format.getImageableHeight());
    }

    @Override
    public int getNumberOfPages() {
        return rows() * columns();
    }

    @Override
    public PageFormat getPageFormat(int index) {
        return format;
    }

    @Override
    public Printable getPrintable(int index) {
        return this;
    }

    @Override
    public int print(Graphics graphics, PageFormat sheet, int index) {
        if (index < 0 || index >= getNumberOfPages()) {
            return NO_SUCH_PAGE;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        double width = sheet.getImageableWidth();
        double height = sheet.getImageableHeight();
        g.translate(sheet.getImageableX(), sheet.getImageableY());
        g.clip(new Rectangle2D.Double(0, 0, width, height));
        int column = index % columns();
        int row = index / columns();
        double left = columns() == 1 ? (width - picture.width() * scale) / 2 : -column * width;
        double top = rows() == 1 ? (height - picture.height() * scale) / 2 : -row * height;
        g.translate(left, top);
        g.scale(scale, scale);
        picture.paint(g);
        g.dispose();
        return PAGE_EXISTS;
    }

    private int sheets(double pixels, double room) {
        return Math.max(1, (int) Math.ceil(pixels * scale / room - EPSILON));
    }
}

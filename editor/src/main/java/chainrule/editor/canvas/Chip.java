package chainrule.editor.canvas;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where a number on an edge lies.
 *
 * @param center its middle, in graph pixels
 * @param width of the chip; 0 where there is only room for a dot
 * @param brief whether there is only room for few digits
 */
record Chip(Point2D center, double width, boolean brief) {
    static final double HEIGHT = 17;

    boolean dot() {
        return width == 0;
    }

    Rectangle2D box() {
        return new Rectangle2D.Double(center.getX() - width / 2, center.getY() - HEIGHT / 2, width, HEIGHT);
    }
}

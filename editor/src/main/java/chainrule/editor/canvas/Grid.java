package chainrule.editor.canvas;

import chainrule.io.Point;

/** The grid of the canvas: what is seen as dots is what things snap to. */
public final class Grid {
    /** From one line to the next, in graph pixels. */
    public static final double PITCH = 20;

    private Grid() {}

    /** The crossing of grid lines that is nearest. */
    public static Point snapped(Point point) {
        return new Point(snapped(point.x()), snapped(point.y()));
    }

    static double snapped(double value) {
        return Math.round(value / PITCH) * PITCH;
    }
}

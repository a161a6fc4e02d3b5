package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;

/** Something that the pointer is doing, from the press to the release. It changes the document once, when it ends. */
interface Gesture {
    /** Whether Alt is held down, which frees the gesture from what would catch it; told before each move. */
    default void free(boolean held) {}

    /** Whether Shift is held down when it ends; told before. */
    default void shifted(boolean held) {}

    /** The pointer is at another place. */
    void move(Point component, Point2D graph);

    /** The button is released. */
    void drop(Point component, Point2D graph);

    /** The learner changed their mind: nothing happens. */
    default void abort() {}

    /** Paints over the canvas, in graph pixels. */
    default void paint(Graphics2D g, Colors colors, double zoom) {}
}

package chainrule.editor.canvas;

import java.awt.Point;
import java.awt.geom.Point2D;

/** Drags the canvas under the pointer. */
final class PanGesture implements Gesture {
    private final Viewport viewport;
    private Point last;

    PanGesture(Viewport viewport, Point start) {
        this.viewport = viewport;
        this.last = start;
    }

    @Override
    public void move(Point component, Point2D graph) {
        viewport.pan(component.getX() - last.getX(), component.getY() - last.getY());
        last = component;
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
    }
}

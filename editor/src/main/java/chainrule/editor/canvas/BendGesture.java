package chainrule.editor.canvas;

import chainrule.editor.document.command.Reroute;
import chainrule.graph.Slot;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Drags a reroute point of an edge along the grid; Alt frees it from the grid. */
final class BendGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Slot slot;
    private final int index;
    private boolean free;

    BendGesture(GraphCanvas canvas, Slot slot, int index) {
        this.canvas = canvas;
        this.slot = slot;
        this.index = index;
    }

    @Override
    public void free(boolean held) {
        free = held;
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        abort();
        canvas.perform(command(graph));
    }

    @Override
    public void abort() {
        canvas.preview(null);
    }

    private Reroute command(Point2D graph) {
        List<chainrule.io.Point> points =
                new ArrayList<>(canvas.document().layout().via().getOrDefault(slot, List.of()));
        chainrule.io.Point at = new chainrule.io.Point(Math.rint(graph.getX()), Math.rint(graph.getY()));
        points.set(index, free ? at : Grid.snapped(at));
        return new Reroute(slot, points);
    }
}

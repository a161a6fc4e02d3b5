package chainrule.editor.canvas;

import chainrule.editor.document.command.MoveNodes;
import chainrule.graph.NodeId;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Set;

/** Drags nodes; their corners snap to a grid. */
final class MoveGesture implements Gesture {
    static final double SNAP = 10;

    private final GraphCanvas canvas;
    private final Set<NodeId> nodes;
    private final chainrule.io.Point corner;
    private final Point2D start;

    /**
     * @param held the node under the pointer, whose corner snaps
     */
    MoveGesture(GraphCanvas canvas, Set<NodeId> nodes, NodeId held, Point2D start) {
        this.canvas = canvas;
        this.nodes = Set.copyOf(nodes);
        this.corner = canvas.document().at(held);
        this.start = start;
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        canvas.preview(null);
        canvas.perform(command(graph));
    }

    @Override
    public void abort() {
        canvas.preview(null);
    }

    private MoveNodes command(Point2D graph) {
        double dx = snapped(corner.x() + graph.getX() - start.getX()) - corner.x();
        double dy = snapped(corner.y() + graph.getY() - start.getY()) - corner.y();
        return new MoveNodes(nodes, dx, dy);
    }

    private static double snapped(double value) {
        return Math.round(value / SNAP) * SNAP;
    }
}

package chainrule.editor.canvas;

import chainrule.editor.document.command.Splice;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the edge that a dragged node would be put into. */
final class Splicing {
    private Splicing() {}

    /** The edit for a node dragged to a place; empty where it has edges or inputs are missing, or no edge is near. */
    static Optional<Splice> at(Scene scene, Set<NodeId> dragged, Point2D pointer, double reach) {
        Graph graph = scene.document().graph();
        if (dragged.size() != 1) {
            return Optional.empty();
        }
        NodeId node = dragged.iterator().next();
        Optional<Slot> input =
                scene.card(node).flatMap(c -> c.inputs().keySet().stream().findFirst());
        boolean connected = !graph.into(node).isEmpty() || !graph.outOf(node).isEmpty();
        if (connected || input.isEmpty()) {
            return Optional.empty();
        }
        return graph.edges().stream()
                .filter(e -> distance(scene, e, pointer) <= reach)
                .findFirst()
                .flatMap(e -> scene.card(node).map(c -> new Splice(e, input.get(), c.firstOutput())));
    }

    private static double distance(Scene scene, Edge edge, Point2D at) {
        List<Point2D> points = scene.curve(edge.to()).map(EdgeCurve::points).orElse(List.of());
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, new Line2D.Double(points.get(i - 1), points.get(i)).ptSegDist(at));
        }
        return nearest;
    }
}

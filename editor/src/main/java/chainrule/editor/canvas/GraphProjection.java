package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import com.mxgraph.model.mxCell;
import com.mxgraph.model.mxGeometry;
import com.mxgraph.model.mxIGraphModel;
import com.mxgraph.util.mxPoint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGraphX's cells like the scene, and is the only class that writes them. A node's cell has its {@link NodeId}
 * as value, an edge's the {@link Slot} that it leads into, and a port, which is a child of its node's cell, its
 * {@link Slot} or {@link chainrule.graph.Source}.
 */
final class GraphProjection {
    private static final double PORT_SIZE = 2 * NodeMetrics.PORT;

    private final CellGraph graph;
    private final Map<NodeId, mxCell> nodes = new LinkedHashMap<>();
    private final Map<Object, mxCell> ports = new HashMap<>();
    private final Map<Slot, mxCell> edges = new LinkedHashMap<>();
    private @Nullable Geometry shown;

    GraphProjection(CellGraph graph) {
        this.graph = graph;
    }

    /** Makes the cells follow a scene. */
    void show(Scene scene) {
        if (shown != null && shown.liesAs(scene.geometry())) {
            return;
        }
        shown = scene.geometry();
        mxIGraphModel model = graph.getModel();
        model.beginUpdate();
        try {
            removeVanished(scene);
            scene.cards().forEach(this::showNode);
            scene.document().graph().edges().forEach(edge -> showEdge(scene, edge));
        } finally {
            model.endUpdate();
        }
    }

    /** What the cells are, as text by id, so that two projections can be compared. */
    Map<String, String> described() {
        Map<String, String> result = new HashMap<>();
        nodes.forEach((id, cell) -> result.put("node " + id, text(cell.getGeometry())));
        ports.forEach((port, cell) ->
                result.put("port " + port, cell.getParent().getValue() + " " + text(cell.getGeometry())));
        edges.forEach((slot, cell) -> result.put(
                "edge " + slot,
                cell.getSource().getValue() + " " + cell.getTarget().getValue() + " " + text(cell.getGeometry())));
        result.put("cells", Integer.toString(count(graph.getDefaultParent())));
        return result;
    }

    private void removeVanished(Scene scene) {
        List<Object> gone = new ArrayList<>();
        edges.forEach((slot, cell) -> {
            if (scene.document().graph().into(slot).isEmpty()) {
                gone.add(cell);
            }
        });
        nodes.forEach((id, cell) -> {
            if (scene.card(id).isEmpty()) {
                gone.add(cell);
            }
        });
        gone.forEach(graph.getModel()::remove);
        edges.values().removeAll(gone);
        nodes.values().removeAll(gone);
        ports.values().removeIf(cell -> gone.contains(cell.getParent()));
    }

    private void showNode(Card card) {
        mxCell cell = nodes.get(card.id());
        if (cell == null) {
            cell = vertex(card.id(), CellGraph.NODE);
            graph.getModel().add(graph.getDefaultParent(), cell, nodes.size() + edges.size());
            nodes.put(card.id(), cell);
        }
        Rectangle2D b = card.bounds();
        place(cell, new mxGeometry(b.getX(), b.getY(), b.getWidth(), b.getHeight()));
        Map<Object, Point2D> wanted = new LinkedHashMap<>(card.inputs());
        wanted.putAll(card.outputs());
        removePorts(cell, wanted);
        for (Map.Entry<Object, Point2D> port : wanted.entrySet()) {
            showPort(cell, b, port.getKey(), port.getValue());
        }
    }

    private void removePorts(mxCell node, Map<Object, Point2D> wanted) {
        for (int i = node.getChildCount() - 1; i >= 0; i--) {
            mxCell port = (mxCell) node.getChildAt(i);
            if (!wanted.containsKey(port.getValue())) {
                graph.getModel().remove(port);
                ports.remove(port.getValue());
            }
        }
    }

    private void showPort(mxCell node, Rectangle2D bounds, Object port, Point2D at) {
        mxCell cell = ports.get(port);
        if (cell == null) {
            cell = vertex(port, CellGraph.PORT);
            graph.getModel().add(node, cell, node.getChildCount());
            ports.put(port, cell);
        }
        mxGeometry geometry = new mxGeometry(
                (at.getX() - bounds.getX()) / bounds.getWidth(),
                (at.getY() - bounds.getY()) / bounds.getHeight(),
                PORT_SIZE,
                PORT_SIZE);
        geometry.setRelative(true);
        geometry.setOffset(new mxPoint(-PORT_SIZE / 2, -PORT_SIZE / 2));
        place(cell, geometry);
    }

    private void showEdge(Scene scene, Edge edge) {
        mxCell source = Objects.requireNonNull(ports.get(edge.from()));
        mxCell target = Objects.requireNonNull(ports.get(edge.to()));
        mxCell cell = edges.get(edge.to());
        mxIGraphModel model = graph.getModel();
        if (cell == null) {
            cell = new mxCell(edge.to(), new mxGeometry(), CellGraph.EDGE);
            cell.setEdge(true);
            cell.getGeometry().setRelative(true);
            model.add(graph.getDefaultParent(), cell, 0);
            edges.put(edge.to(), cell);
        }
        if (cell.getSource() != source) {
            model.setTerminal(cell, source, true);
        }
        if (cell.getTarget() != target) {
            model.setTerminal(cell, target, false);
        }
        mxGeometry geometry = new mxGeometry();
        geometry.setRelative(true);
        geometry.setPoints(scene.curve(edge.to()).map(GraphProjection::inner).orElse(List.of()));
        place(cell, geometry);
    }

    /** The points of a curve but for its ends, which are the ports. */
    private static List<mxPoint> inner(EdgeCurve curve) {
        List<Point2D> points = curve.points();
        return points.subList(1, points.size() - 1).stream()
                .map(p -> new mxPoint(p.getX(), p.getY()))
                .toList();
    }

    private void place(mxCell cell, mxGeometry geometry) {
        if (!same(geometry, cell.getGeometry())) {
            graph.getModel().setGeometry(cell, geometry);
        }
    }

    private static boolean same(mxGeometry a, mxGeometry b) {
        return a.getX() == b.getX()
                && a.getY() == b.getY()
                && a.getWidth() == b.getWidth()
                && a.getHeight() == b.getHeight()
                && Objects.equals(a.getOffset(), b.getOffset())
                && Objects.equals(a.getPoints(), b.getPoints());
    }

    private static mxCell vertex(Object value, String style) {
        mxCell cell = new mxCell(value, new mxGeometry(), style);
        cell.setVertex(true);
        return cell;
    }

    private static String text(mxGeometry g) {
        return g.getX() + " " + g.getY() + " " + g.getWidth() + " " + g.getHeight() + " " + g.isRelative() + " "
                + g.getOffset() + " " + g.getPoints();
    }

    private int count(Object parent) {
        int sum = 0;
        for (int i = 0; i < graph.getModel().getChildCount(parent); i++) {
            sum += 1 + count(graph.getModel().getChildAt(parent, i));
        }
        return sum;
    }
}

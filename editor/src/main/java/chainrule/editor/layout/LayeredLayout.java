package chainrule.editor.layout;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a graph out from left to right in layers, so that few edges cross; ports stay where they are on their boxes. */
public final class LayeredLayout {
    private static final double BETWEEN_LAYERS = 110;
    private static final double BETWEEN_BOXES = 46;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<NodeId, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<Object, ElkPort> ports = new HashMap<>();

    private LayeredLayout() {}

    /**
     * The new corner of each box. What is laid out keeps its place: the top left corner of all boxes together stays.
     *
     * @param edges those between boxes count, others are left out
     */
    public static Map<NodeId, Point> of(Collection<Box> boxes, Collection<Edge> edges) {
        if (boxes.isEmpty()) {
            return Map.of();
        }
        LayeredLayout layout = new LayeredLayout();
        layout.options();
        boxes.forEach(layout::add);
        edges.forEach(layout::add);
        return layout.run(boxes);
    }

    private void options() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
    }

    private void add(Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.size().x(), box.size().y());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(box.id(), node);
        box.inputs().forEach((slot, at) -> port(node, slot, at, PortSide.WEST));
        box.outputs().forEach((source, at) -> port(node, source, at, PortSide.EAST));
    }

    private void port(ElkNode node, Object key, Point at, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(at.x(), at.y());
        port.setProperty(CoreOptions.PORT_SIDE, side);
        ports.put(key, port);
    }

    private void add(Edge edge) {
        ElkPort from = ports.get(edge.from());
        ElkPort to = ports.get(edge.to());
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }

    private Map<NodeId, Point> run(Collection<Box> boxes) {
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        List<Point> before = new ArrayList<>();
        List<Point> after = new ArrayList<>();
        boxes.forEach(box -> before.add(box.at()));
        nodes.values().forEach(node -> after.add(new Point(node.getX(), node.getY())));
        Point from = corner(after);
        Point to = corner(before);
        Map<NodeId, Point> result = new LinkedHashMap<>();
        nodes.forEach((id, node) -> result.put(
                id, new Point(Math.rint(node.getX() - from.x() + to.x()), Math.rint(node.getY() - from.y() + to.y()))));
        return result;
    }

    private static Point corner(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).min().orElse(0),
                points.stream().mapToDouble(Point::y).min().orElse(0));
    }
}

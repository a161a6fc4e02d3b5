package chainrule.editor.layout;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ways for edges of which many begin or end at one node: they share a line above or below all others and leave it where
 * they are needed, so that they do not run through what lies between.
 */
final class Buses {
    private static final double APART = 30;
    private static final double OFF = 60;
    private static final double OUT = 36;
    private static final double SHIFT = 9;
    private static final double NEAR = 420;

    private final Map<NodeId, Box> boxes;
    private final Map<NodeId, Point> places;
    private final Map<Slot, List<Point>> ways = new LinkedHashMap<>();
    private final double top;
    private final double bottom;
    private int above;
    private int below;

    /**
     * @param between what the lines run around
     */
    Buses(Map<NodeId, Box> boxes, Map<NodeId, Point> places, Collection<Box> between) {
        this.boxes = boxes;
        this.places = places;
        this.top = between.stream().mapToDouble(b -> at(b.id()).y()).min().orElse(0);
        this.bottom = between.stream()
                .mapToDouble(b -> at(b.id()).y() + b.size().y())
                .max()
                .orElse(0);
    }

    /**
     * The reroute points of edges, by the slots that they lead into.
     *
     * @param many how many edges of a node make a line
     * @param over whether what comes from a node runs above
     */
    Map<Slot, List<Point>> of(Collection<Edge> edges, int many, Predicate<NodeId> over) {
        Set<NodeId> nodes = new LinkedHashSet<>(boxes.keySet());
        for (NodeId node : nodes) {
            for (Source output : box(node).outputs().keySet()) {
                List<Edge> leaving =
                        edges.stream().filter(e -> e.from().equals(output)).toList();
                if (leaving.size() >= many) {
                    line(leaving, over.test(node));
                }
            }
            List<Edge> arriving = edges.stream()
                    .filter(e -> e.to().node().equals(node) && !ways.containsKey(e.to()))
                    .toList();
            if (arriving.size() >= many) {
                line(new ArrayList<>(arriving), true);
            }
        }
        return ways;
    }

    /** Lets the edges that are long run along one line. */
    private void line(List<Edge> edges, boolean over) {
        List<Edge> far =
                edges.stream().filter(e -> end(e).x() - start(e).x() > NEAR).toList();
        if (far.isEmpty()) {
            return;
        }
        int number = over ? above++ : below++;
        double y = over ? top - OFF - number * APART : bottom + OFF + number * APART;
        double shift = number * SHIFT;
        for (Edge edge : far) {
            ways.put(
                    edge.to(),
                    List.of(
                            new Point(Math.rint(start(edge).x() + OUT + shift), Math.rint(y)),
                            new Point(Math.rint(end(edge).x() - OUT - shift), Math.rint(y))));
        }
    }

    private Point start(Edge edge) {
        Box box = box(edge.from().node());
        Point port = box.outputs().getOrDefault(edge.from(), box.size());
        return at(box.id()).plus(port.x(), port.y());
    }

    private Point end(Edge edge) {
        Box box = box(edge.to().node());
        Point port = box.inputs().getOrDefault(edge.to(), new Point(0, 0));
        return at(box.id()).plus(port.x(), port.y());
    }

    private Box box(NodeId id) {
        return java.util.Objects.requireNonNull(boxes.get(id));
    }

    private Point at(NodeId id) {
        return places.getOrDefault(id, new Point(0, 0));
    }
}

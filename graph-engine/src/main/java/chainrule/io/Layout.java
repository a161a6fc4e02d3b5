package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where things are on the canvas, and how nodes look there.
 *
 * @param at top left corner of each node
 * @param via reroute points of edges, by the slot that they lead into
 * @param looks of the nodes that anything was said about
 */
public record Layout(Map<NodeId, Point> at, Map<Slot, List<Point>> via, Map<NodeId, Look> looks) {
    private static final Layout EMPTY = new Layout(Map.of(), Map.of(), Map.of());

    public Layout {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        via = Collections.unmodifiableMap(new LinkedHashMap<>(via));
        looks = Collections.unmodifiableMap(said(looks));
    }

    public static Layout empty() {
        return EMPTY;
    }

    /** The corner of a node; the origin where it was never placed. */
    public Point of(NodeId node) {
        return at.getOrDefault(node, new Point(0, 0));
    }

    public Look look(NodeId node) {
        return looks.getOrDefault(node, Look.plain());
    }

    public Layout placed(NodeId node, Point point) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(at);
        copy.put(node, point);
        return new Layout(copy, via, looks);
    }

    /** With other reroute points for the edge into a slot; an empty list makes it straight. */
    public Layout through(Slot slot, List<Point> points) {
        if (points.equals(via.getOrDefault(slot, List.of()))) {
            return this;
        }
        Map<Slot, List<Point>> ways = new LinkedHashMap<>(via);
        if (points.isEmpty()) {
            ways.remove(slot);
        } else {
            ways.put(slot, List.copyOf(points));
        }
        return new Layout(at, ways, looks);
    }

    /** With a node that looks otherwise. */
    public Layout looking(NodeId node, Look look) {
        return looking(List.of(node), before -> look);
    }

    /** With nodes that look otherwise. */
    public Layout looking(Collection<NodeId> nodes, UnaryOperator<Look> change) {
        Map<NodeId, Look> copy = new LinkedHashMap<>(looks);
        nodes.forEach(node -> copy.put(node, change.apply(look(node))));
        Map<NodeId, Look> changed = said(copy);
        return changed.equals(looks) ? this : new Layout(at, via, changed);
    }

    /** With other reroute points for all edges. */
    public Layout through(Map<Slot, List<Point>> ways) {
        return new Layout(at, ways, looks);
    }

    /** This and where other nodes and edges are. */
    public Layout with(Layout others) {
        Map<NodeId, Point> places = new LinkedHashMap<>(at);
        places.putAll(others.at);
        Map<Slot, List<Point>> ways = new LinkedHashMap<>(via);
        ways.putAll(others.via);
        Map<NodeId, Look> all = new LinkedHashMap<>(looks);
        all.putAll(others.looks);
        return new Layout(places, ways, all);
    }

    public Layout without(NodeId node) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(at);
        copy.remove(node);
        Map<Slot, List<Point>> ways = new LinkedHashMap<>(via);
        ways.keySet().removeIf(slot -> slot.node().equals(node));
        Map<NodeId, Look> left = new LinkedHashMap<>(looks);
        left.remove(node);
        return new Layout(copy, ways, left);
    }

    public Layout renamed(NodeId from, NodeId to) {
        Layout result = without(from).placed(to, of(from)).looking(to, look(from));
        Map<Slot, List<Point>> ways = new LinkedHashMap<>();
        via.forEach((slot, points) -> ways.put(slot.node().equals(from) ? new Slot(to, slot.port()) : slot, points));
        return result.through(ways);
    }

    private static Map<NodeId, Look> said(Map<NodeId, Look> looks) {
        Map<NodeId, Look> said = new LinkedHashMap<>(looks);
        said.values().removeIf(Look::isPlain);
        return said;
    }
}

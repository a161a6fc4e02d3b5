package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where things are on the canvas.
 *
 * @param at top left corner of each node
 * @param via reroute points of edges, by the slot that they lead into
 * @param collapsed nodes that show their title only
 */
public record Layout(Map<NodeId, Point> at, Map<Slot, List<Point>> via, Set<NodeId> collapsed) {
    private static final Layout EMPTY = new Layout(Map.of(), Map.of(), Set.of());

    public Layout {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        via = Collections.unmodifiableMap(new LinkedHashMap<>(via));
        collapsed = Collections.unmodifiableSet(new HashSet<>(collapsed));
    }

    public static Layout empty() {
        return EMPTY;
    }

    /** The corner of a node; the origin where it was never placed. */
    public Point of(NodeId node) {
        return at.getOrDefault(node, new Point(0, 0));
    }

    public Layout placed(NodeId node, Point point) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(at);
        copy.put(node, point);
        return new Layout(copy, via, collapsed);
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
        return new Layout(at, ways, collapsed);
    }

    /** With a node that shows its title only, or all of it. */
    public Layout collapsed(NodeId node, boolean titleOnly) {
        Set<NodeId> folded = new HashSet<>(collapsed);
        boolean changed = titleOnly ? folded.add(node) : folded.remove(node);
        return changed ? new Layout(at, via, folded) : this;
    }

    /** This and where other nodes and edges are. */
    public Layout with(Layout others) {
        Map<NodeId, Point> places = new LinkedHashMap<>(at);
        places.putAll(others.at);
        Map<Slot, List<Point>> ways = new LinkedHashMap<>(via);
        ways.putAll(others.via);
        Set<NodeId> folded = new HashSet<>(collapsed);
        folded.addAll(others.collapsed);
        return new Layout(places, ways, folded);
    }

    public Layout without(NodeId node) {
        Map<NodeId, Point> copy = new LinkedHashMap<>(at);
        copy.remove(node);
        Map<Slot, List<Point>> ways = new LinkedHashMap<>(via);
        ways.keySet().removeIf(slot -> slot.node().equals(node));
        Set<NodeId> folded = new HashSet<>(collapsed);
        folded.remove(node);
        return new Layout(copy, ways, folded);
    }

    public Layout renamed(NodeId from, NodeId to) {
        Layout result = without(from).placed(to, of(from));
        Set<NodeId> folded = new HashSet<>(result.collapsed);
        if (collapsed.contains(from)) {
            folded.add(to);
        }
        Map<Slot, List<Point>> ways = new LinkedHashMap<>();
        via.forEach((slot, points) -> ways.put(slot.node().equals(from) ? new Slot(to, slot.port()) : slot, points));
        return new Layout(result.at, ways, folded);
    }
}

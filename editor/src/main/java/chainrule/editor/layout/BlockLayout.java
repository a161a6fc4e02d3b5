package chainrule.editor.layout;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lays out the inside of a node: its inputs in a column at the left, with the sources that many parts read; its outputs
 * in a column at the right; between them the parts from left to right, so that the time of a sequence runs along x.
 */
public final class BlockLayout {
    private static final double ASIDE = 170;
    private static final double BETWEEN = 40;
    private static final int MANY = 4;
    private static final int LONG = 8;

    /**
     * Where boxes and edges lie.
     *
     * @param at the corner of each box
     * @param via reroute points of edges, by the slot that they lead into
     */
    public record Drawing(Map<NodeId, Point> at, Map<Slot, List<Point>> via) {
        public Drawing {
            at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
            via = Collections.unmodifiableMap(new LinkedHashMap<>(via));
        }
    }

    private final Map<NodeId, Box> boxes = new LinkedHashMap<>();
    private final Collection<Edge> edges;
    private final Map<NodeId, Point> places = new LinkedHashMap<>();

    private BlockLayout(Collection<Box> all, Collection<Edge> edges) {
        all.forEach(box -> boxes.put(box.id(), box));
        this.edges = edges;
    }

    /**
     * Where everything lies.
     *
     * @param inputs what stands at the left
     * @param outputs what stands at the right
     */
    public static Drawing of(Collection<Box> all, Collection<Edge> edges, Set<NodeId> inputs, Set<NodeId> outputs) {
        BlockLayout layout = new BlockLayout(all, edges);
        Map<Slot, List<Point>> ways = layout.lay(inputs, outputs);
        return new Drawing(layout.places, ways);
    }

    private Map<Slot, List<Point>> lay(Set<NodeId> inputs, Set<NodeId> outputs) {
        Set<NodeId> left = new LinkedHashSet<>(inputs);
        left.addAll(readByMany());
        left.removeAll(outputs);
        Set<NodeId> aside = new HashSet<>(left);
        aside.addAll(outputs);
        List<Box> middle =
                boxes.values().stream().filter(b -> !aside.contains(b.id())).toList();
        List<Edge> between = edges.stream()
                .filter(e -> !aside.contains(e.from().node()) && !aside.contains(e.to().node()))
                .toList();
        places.putAll(LayeredLayout.of(middle, between));
        level(middle);
        double right =
                middle.stream().mapToDouble(b -> at(b).x() + b.size().x()).max().orElse(0);
        double first = middle.stream().mapToDouble(b -> at(b).x()).min().orElse(0);
        double width = left.stream().mapToDouble(id -> box(id).size().x()).max().orElse(0);
        column(left, first - ASIDE - width);
        column(outputs, right + ASIDE);
        return new Buses(boxes, places, middle).of(edges, MANY, inputs::contains);
    }

    /** Brings the middles of the columns of a long sequence to one height. */
    private void level(List<Box> middle) {
        Map<Double, List<Box>> columns = new TreeMap<>();
        for (Box box : middle) {
            columns.computeIfAbsent(at(box).x() + box.size().x() / 2, x -> new ArrayList<>())
                    .add(box);
        }
        if (columns.size() < LONG) {
            return;
        }
        for (List<Box> column : columns.values()) {
            double top = column.stream().mapToDouble(b -> at(b).y()).min().orElse(0);
            double bottom = column.stream()
                    .mapToDouble(b -> at(b).y() + b.size().y())
                    .max()
                    .orElse(0);
            double shift = Math.rint((top + bottom) / 2);
            column.forEach(b -> places.put(b.id(), at(b).plus(0, -shift)));
        }
    }

    /** Sources that so many parts read that they would pull all of them into one layer. */
    private Set<NodeId> readByMany() {
        Map<NodeId, Set<NodeId>> readers = new HashMap<>();
        Set<NodeId> fed = new HashSet<>();
        for (Edge edge : edges) {
            fed.add(edge.to().node());
            readers.computeIfAbsent(edge.from().node(), n -> new HashSet<>())
                    .add(edge.to().node());
        }
        Set<NodeId> many = new LinkedHashSet<>();
        readers.forEach((id, by) -> {
            if (by.size() >= MANY && !fed.contains(id)) {
                many.add(id);
            }
        });
        return new TreeSet<>(many);
    }

    /** Puts boxes below each other, near the height of what they are joined with, about the middle of it. */
    private void column(Set<NodeId> ids, double x) {
        List<NodeId> sorted = new ArrayList<>(ids);
        Map<NodeId, Double> wishes = new HashMap<>();
        ids.forEach(id -> wishes.put(id, wish(id)));
        sorted.sort(Comparator.comparingDouble(wishes::get));
        double total =
                sorted.stream().mapToDouble(id -> box(id).size().y() + BETWEEN).sum() - BETWEEN;
        double middle = wishes.values().stream().mapToDouble(w -> w).average().orElse(0);
        double y = middle - total / 2;
        for (NodeId id : sorted) {
            places.put(id, new Point(Math.rint(x), Math.rint(y)));
            y += box(id).size().y() + BETWEEN;
        }
    }

    /** The mean height of the ports that a box is joined with. */
    private double wish(NodeId id) {
        List<Double> heights = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.from().node().equals(id) && places.containsKey(edge.to().node())) {
                Box to = box(edge.to().node());
                heights.add(at(to).y()
                        + to.inputs().getOrDefault(edge.to(), to.size()).y());
            } else if (edge.to().node().equals(id)
                    && places.containsKey(edge.from().node())) {
                Box from = box(edge.from().node());
                heights.add(at(from).y()
                        + from.outputs().getOrDefault(edge.from(), from.size()).y());
            }
        }
        return heights.stream().mapToDouble(h -> h).average().orElse(0);
    }

    private Box box(NodeId id) {
        return java.util.Objects.requireNonNull(boxes.get(id));
    }

    private Point at(Box box) {
        return places.getOrDefault(box.id(), box.at());
    }
}

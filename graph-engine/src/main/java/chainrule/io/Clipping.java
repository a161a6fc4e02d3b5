package chainrule.io;

import chainrule.graph.Edge;
import chainrule.graph.Fragment;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a graph file on its way to another place. As text it is a graph file itself, whose field {@code incoming}
 * holds the edges that led into it from outside.
 *
 * @param layout where its nodes lay
 * @param blocks the learner's own blocks that its nodes are or hold
 * @param extras fields of its nodes and edges that this version does not know
 */
public record Clipping(Fragment fragment, Layout layout, Map<String, OwnBlock> blocks, Extras extras) {
    private static final String INCOMING = "incoming";

    /** The chosen nodes of a file. */
    public static Clipping of(GraphFile file, Set<NodeId> chosen) {
        Fragment fragment = Fragment.of(file.graph(), chosen);
        Layout all = file.layout();
        Map<NodeId, Point> at = new LinkedHashMap<>();
        Map<NodeId, Map<String, String>> extras = new LinkedHashMap<>();
        fragment.nodes().forEach(node -> {
            at.put(node.id(), all.of(node.id()));
            Optional.ofNullable(file.extras().nodes().get(node.id())).ifPresent(e -> extras.put(node.id(), e));
        });
        Map<Slot, List<Point>> via = new LinkedHashMap<>(all.via());
        Map<Slot, Map<String, String>> edgeExtras =
                new LinkedHashMap<>(file.extras().edges());
        Set<Slot> kept = unmoved(file.graph(), fragment);
        via.keySet().retainAll(kept);
        edgeExtras.keySet().retainAll(kept);
        Set<NodeId> collapsed = new HashSet<>(all.collapsed());
        collapsed.retainAll(at.keySet());
        return new Clipping(
                fragment,
                new Layout(at, via, collapsed),
                OwnBlocks.usedBy(fragment.nodes(), file.blocks()),
                new Extras(Map.of(), extras, edgeExtras));
    }

    /** Its text: a graph file. */
    public String text() {
        Map<String, String> top = new LinkedHashMap<>();
        if (!fragment.incoming().isEmpty()) {
            StringBuilder out = new StringBuilder("[");
            for (Edge edge : fragment.incoming()) {
                JsonText.separate(out, '[');
                JsonText.quote(out.append("{\"from\": "), edge.from().toString());
                JsonText.quote(out.append(", \"to\": "), edge.to().toString());
                out.append('}');
            }
            top.put(INCOMING, out.append(']').toString());
        }
        GraphFile part = GraphFile.untitled()
                .with(Graph.of(fragment.nodes(), fragment.edges()))
                .with(layout)
                .withBlocks(blocks);
        return GraphJson.write(part.with(new Extras(top, extras.nodes(), extras.edges())));
    }

    /**
     * The clipping that a text holds; a whole graph file is one, too.
     *
     * @throws FileProblem where the text is neither
     */
    public static Clipping read(String text, Catalog catalog) throws FileProblem {
        GraphFile file = GraphJson.read(text, catalog);
        Graph graph = file.graph();
        List<Edge> incoming = new ArrayList<>();
        for (Fields edge : new Fields(Json.parse(text), "the file").objects(INCOMING, "incoming edge")) {
            Wire wire = Wire.read(edge);
            if (graph.find(wire.to().node())
                    .flatMap(node -> node.type().input(wire.to().port()))
                    .isPresent()) {
                String port = wire.port();
                incoming.add(
                        new Edge(port == null ? Source.of(wire.from()) : new Source(wire.from(), port), wire.to()));
            }
        }
        Fragment fragment = new Fragment(List.copyOf(graph.nodes()), List.copyOf(graph.edges()), incoming);
        return new Clipping(fragment, file.layout(), file.blocks(), file.extras());
    }

    /** This under the names that a graph has free for it. */
    public Clipping namedFor(Graph graph) {
        Map<NodeId, NodeId> names = fragment.namesIn(graph);
        Map<NodeId, Point> at = new LinkedHashMap<>();
        Set<NodeId> collapsed = new HashSet<>();
        Map<NodeId, Map<String, String>> nodeExtras = new LinkedHashMap<>();
        names.forEach((from, to) -> {
            at.put(to, layout.of(from));
            if (layout.collapsed().contains(from)) {
                collapsed.add(to);
            }
            Optional.ofNullable(extras.nodes().get(from)).ifPresent(e -> nodeExtras.put(to, e));
        });
        return new Clipping(
                fragment.renamed(names),
                new Layout(at, renamed(layout.via(), names), collapsed),
                blocks,
                new Extras(Map.of(), nodeExtras, renamed(extras.edges(), names)));
    }

    /**
     * A file with this in it. A block that the file has under the same name already is the file's.
     *
     * @throws IllegalArgumentException where a node's name is taken, see {@link #namedFor}
     */
    public GraphFile addedTo(GraphFile file) {
        Map<String, OwnBlock> all = new LinkedHashMap<>(blocks);
        all.putAll(file.blocks());
        Graph graph = fragment.addedTo(file.graph());
        if (!blocks.isEmpty()) {
            graph = graph.retyped(id -> OwnBlocks.typed(id, file.blocks()));
        }
        return file.with(graph)
                .withBlocks(all)
                .with(file.layout().with(layout))
                .with(file.extras().with(extras));
    }

    /** This moved so that the top left corner of its outline is at a point. */
    public Clipping cornerAt(Point corner) {
        Point now = corner();
        return moved(corner.x() - now.x(), corner.y() - now.y());
    }

    public Clipping moved(double dx, double dy) {
        Map<NodeId, Point> at = new LinkedHashMap<>();
        fragment.nodes().forEach(node -> at.put(node.id(), layout.of(node.id()).plus(dx, dy)));
        Map<Slot, List<Point>> via = new LinkedHashMap<>();
        layout.via()
                .forEach((slot, points) ->
                        via.put(slot, points.stream().map(p -> p.plus(dx, dy)).toList()));
        return new Clipping(fragment, new Layout(at, via, layout.collapsed()), blocks, extras);
    }

    /** This without the edges from outside. */
    public Clipping detached() {
        return new Clipping(fragment.detached(), layout, blocks, extras);
    }

    /** The least x and the least y of its nodes. */
    public Point corner() {
        return new Point(extent(true, false), extent(false, false));
    }

    /** The greatest x and the greatest y of its nodes' corners. */
    public Point lastCorner() {
        return new Point(extent(true, true), extent(false, true));
    }

    private double extent(boolean horizontal, boolean greatest) {
        var along = fragment.nodes().stream()
                .map(node -> layout.of(node.id()))
                .mapToDouble(p -> horizontal ? p.x() : p.y());
        return (greatest ? along.max() : along.min()).orElse(0);
    }

    /** The slots whose edge is among the nodes, and that no gap has moved. */
    private static Set<Slot> unmoved(Graph graph, Fragment fragment) {
        Set<Slot> slots = new HashSet<>();
        for (Edge edge : fragment.edges()) {
            InPort port = graph.type(edge.to().node()).input(edge.to().port()).orElseThrow();
            if (!port.variadic() || graph.into(edge.to()).equals(Optional.of(edge))) {
                slots.add(edge.to());
            }
        }
        return slots;
    }

    private static <T> Map<Slot, T> renamed(Map<Slot, T> bySlot, Map<NodeId, NodeId> names) {
        Map<Slot, T> result = new LinkedHashMap<>();
        bySlot.forEach((slot, value) -> {
            if (names.containsKey(slot.node())) {
                result.put(new Slot(Objects.requireNonNull(names.get(slot.node())), slot.port()), value);
            }
        });
        return result;
    }
}

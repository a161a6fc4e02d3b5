package chainrule.editor.document;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.Look;
import chainrule.io.OwnBlock;
import chainrule.io.Point;
import chainrule.op.Settings;
import chainrule.op.arithmetic.Identity;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The inside of a block of the learner's own as a document: its nodes under their paths, and a node for each of its
 * inputs and outputs. An identity that only carries an input on, or that an output waits for, is not drawn: the edges
 * come from the input itself.
 */
public final class Draft {
    private static final double ASIDE = 290;
    private static final double APART = 110;
    private static final Point CORNER = new Point(40, 40);

    private final OwnBlock block;
    private final NodeId path;
    private final Map<String, NodeId> carriers = new LinkedHashMap<>();
    private final Map<String, NodeId> waiting = new LinkedHashMap<>();
    private final Map<NodeId, String> entrances = new LinkedHashMap<>();
    private final Map<NodeId, String> exits = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Document document;

    private Draft(OwnBlock block, NodeId path, GraphFile around, Map<String, Shape> reaching) {
        this.block = block;
        this.path = path;
        findCarriers();
        Graph graph = graph(reaching);
        GraphFile file = GraphFile.untitled()
                .with(around.precision())
                .titled(around.title())
                .withBlocks(around.blocks())
                .with(graph)
                .with(layout(graph));
        this.document = new Document(file, path);
    }

    /**
     * The inside of a block.
     *
     * @param path of the node that is opened
     * @param around the file that has the block
     */
    public static Draft of(OwnBlock block, NodeId path, GraphFile around) {
        return of(block, path, around, Map.of());
    }

    /**
     * The inside of a block, with what is known of the shapes that reach its inputs.
     *
     * @param path of the node that is opened
     * @param around the file that has the block
     * @param reaching shapes by input
     */
    public static Draft of(OwnBlock block, NodeId path, GraphFile around, Map<String, Shape> reaching) {
        return new Draft(block, path, around, reaching);
    }

    public Document document() {
        return document;
    }

    /** The nodes that stand for inputs, and the inputs. */
    public Map<NodeId, String> entrances() {
        return Collections.unmodifiableMap(entrances);
    }

    /** The nodes that stand for outputs, and the outputs. */
    public Map<NodeId, String> exits() {
        return Collections.unmodifiableMap(exits);
    }

    /** The block with what an edit of the document has made of its inside. */
    public OwnBlock closed(Document edited) {
        return new Closing(this, edited).closed();
    }

    OwnBlock block() {
        return block;
    }

    /** The identity that carries an input on, or that an output waits for, where there was one. */
    Optional<NodeId> hidden(NodeId border) {
        String in = entrances.get(border);
        String out = exits.get(border);
        return Optional.ofNullable(in != null ? carriers.get(in) : out != null ? waiting.get(out) : null);
    }

    /** The input or output that a node stands for. */
    String port(NodeId border) {
        String in = entrances.get(border);
        String out = exits.get(border);
        return in != null ? in : out != null ? out : border.last();
    }

    private Graph inside() {
        return block.inside().graph();
    }

    private void findCarriers() {
        block.in().forEach((port, slot) -> {
            if (bare(slot.node())) {
                carriers.put(port, slot.node());
            }
        });
        block.out().forEach((port, source) -> {
            boolean waits = bare(source.node())
                    && inside().into(source.node()).isEmpty()
                    && inside().outOf(source.node()).isEmpty()
                    && !carriers.containsValue(source.node());
            if (waits) {
                waiting.put(port, source.node());
            }
        });
    }

    /** Whether a node is not drawn. */
    boolean hides(NodeId node) {
        return carriers.containsValue(node) || waiting.containsValue(node);
    }

    private boolean bare(NodeId id) {
        Node node = inside().node(id);
        return node.type() == Identity.TYPE && node.label().isEmpty();
    }

    private Graph graph(Map<String, Shape> reaching) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Node> parts =
                inside().nodes().stream().filter(node -> !hides(node.id())).toList();
        parts.forEach(node -> names.add(node.id().name()));
        Map<Slot, Source> entering = new LinkedHashMap<>();
        Map<NodeId, Source> carried = new LinkedHashMap<>();
        block.in().forEach((port, slot) -> {
            NodeId id = border(port, "-in");
            Shape shape = reaching.get(port);
            nodes.add(new Node(id, shape == null ? Border.INPUT : Border.input(shape), Settings.none(), ""));
            entrances.put(id, port);
            if (carriers.containsKey(port)) {
                carried.put(slot.node(), Source.of(id));
            } else {
                entering.put(slot, Source.of(id));
            }
        });
        parts.forEach(node -> nodes.add(node.withId(path.child(node.id().name()))));
        entering.forEach((slot, source) -> edges.add(new Edge(source, inner(slot))));
        for (Edge edge : inside().edges()) {
            Source source = carried.getOrDefault(edge.from().node(), inner(edge.from()));
            edges.add(new Edge(source, inner(edge.to())));
        }
        block.out().forEach((port, source) -> {
            NodeId id = border(port, "-out");
            nodes.add(new Node(id, Border.OUTPUT, Settings.none(), ""));
            exits.put(id, port);
            if (!waiting.containsKey(port)) {
                edges.add(new Edge(carried.getOrDefault(source.node(), inner(source)), new Slot(id, Border.IN.name())));
            }
        });
        return Graph.of(nodes, edges);
    }

    private NodeId border(String port, String suffix) {
        String free = port;
        while (!names.add(free)) {
            free += suffix;
        }
        return path.child(free);
    }

    private Slot inner(Slot slot) {
        return new Slot(path.child(slot.node().name()), slot.port());
    }

    private Source inner(Source source) {
        return new Source(path.child(source.node().name()), source.port());
    }

    /** The parts where the file has them, or in columns; the inputs left of them, and the outputs right. */
    private Layout layout(Graph graph) {
        Layout stored = block.inside().layout();
        Map<NodeId, Point> at = new LinkedHashMap<>();
        Set<NodeId> parts = new HashSet<>();
        graph.nodes().stream().filter(node -> !Border.is(node.type())).forEach(node -> parts.add(node.id()));
        boolean placed = parts.stream().allMatch(id -> stored.at().containsKey(local(id)));
        Map<NodeId, Point> columns = placed ? Map.of() : new Columns(graph, parts).places(CORNER);
        parts.forEach(id -> at.put(id, placed ? stored.of(local(id)) : columns.getOrDefault(id, CORNER)));
        double left = at.values().stream().mapToDouble(Point::x).min().orElse(CORNER.x() + ASIDE);
        double right = at.values().stream().mapToDouble(Point::x).max().orElse(CORNER.x());
        place(entrances.keySet(), left - ASIDE, graph, at);
        place(exits.keySet(), right + ASIDE, graph, at);
        Map<Slot, List<Point>> via = new LinkedHashMap<>();
        stored.via().forEach((slot, points) -> via.put(inner(slot), points));
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        stored.looks().forEach((id, look) -> looks.put(path.child(id.name()), look));
        return new Layout(at, via, looks);
    }

    /** One below the other, each as high as a part that it is connected to where nothing lies between them. */
    private static void place(Set<NodeId> borders, double x, Graph graph, Map<NodeId, Point> at) {
        List<Point> parts = List.copyOf(at.values());
        double free = Double.NEGATIVE_INFINITY;
        for (NodeId border : borders) {
            Point next = Stream.concat(
                            graph.outOf(border).stream().map(edge -> edge.to().node()),
                            graph.into(border).stream().map(edge -> edge.from().node()))
                    .map(at::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(new Point(
                            x, parts.isEmpty() ? CORNER.y() : parts.get(0).y()));
            double y = Math.max(next.y(), free);
            while (between(parts, new Point(x, y), next)) {
                y += APART;
            }
            at.put(border, new Point(x, y));
            free = y + APART;
        }
    }

    /** Whether a part lies between a border and what it is connected to, at the height of the border. */
    private static boolean between(List<Point> parts, Point border, Point next) {
        double left = Math.min(border.x(), next.x());
        double right = Math.max(border.x(), next.x());
        return parts.stream().anyMatch(p -> p.x() > left && p.x() < right && Math.abs(p.y() - border.y()) < APART);
    }

    NodeId local(NodeId id) {
        return NodeId.of(id.from(path));
    }
}

package chainrule.editor.document;

import chainrule.block.BlockDefinition;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.OwnBlock;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.op.arithmetic.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Some nodes of a graph made into a block of the learner's own. What feeds them from outside becomes an input each, what
 * leaves them an output each; one thing that feeds several of them comes in once, through an identity node.
 */
public final class Packing {
    private static final Phrases WORDS = Phrases.of(Packing.class);
    private static final Point CORNER = new Point(40, 40);

    private final Document document;
    private final Graph graph;
    private final Set<NodeId> chosen;
    private final String name;
    private final Map<Source, List<Slot>> entering = new LinkedHashMap<>();
    private final Map<Source, String> inputs = new LinkedHashMap<>();
    private final Map<Source, String> outputs = new LinkedHashMap<>();

    private Packing(Document document, Set<NodeId> chosen, String name) {
        this.document = document;
        this.graph = document.graph();
        this.chosen = chosen;
        this.name = name;
        for (Edge edge : graph.edges()) {
            if (chosen.contains(edge.to().node())
                    && !chosen.contains(edge.from().node())) {
                entering.computeIfAbsent(edge.from(), k -> new ArrayList<>()).add(edge.to());
            }
        }
        nameInputs();
        nameOutputs();
    }

    /** Why these nodes cannot become a block of this name, as a sentence; empty where they can. */
    public static Optional<String> refusal(Document document, Set<NodeId> chosen, String name) {
        if (chosen.isEmpty()) {
            return Optional.of(WORDS.text("block.empty"));
        }
        if (!BlockDefinition.legal(name)) {
            return Optional.of(WORDS.text("block.odd", name));
        }
        if (document.file().blocks().containsKey(name)) {
            return Optional.of(WORDS.text("block.taken", name));
        }
        return new Packing(document, chosen, name).between();
    }

    /**
     * The document with these nodes in a block.
     *
     * @param base the catalogue without the learner's own blocks
     * @throws IllegalArgumentException where {@link #refusal} gives a reason
     */
    public static Document packed(Document document, Set<NodeId> chosen, String name, Catalog base) {
        Optional<String> refusal = refusal(document, chosen, name);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        return new Packing(document, chosen, name).packed(base);
    }

    private void nameInputs() {
        Set<String> taken = new LinkedHashSet<>();
        entering.forEach((source, slots) -> {
            String wish =
                    slots.size() == 1 ? slots.get(0).port() : source.node().name();
            inputs.put(source, free(wish, taken));
        });
    }

    private void nameOutputs() {
        Set<Source> leaving = new LinkedHashSet<>();
        graph.root().filter(chosen::contains).ifPresent(root -> leaving.add(first(root)));
        for (Node node : graph.nodes()) {
            if (chosen.contains(node.id())) {
                List<Edge> out = graph.outOf(node.id());
                if (out.isEmpty()) {
                    leaving.add(first(node.id()));
                }
                out.stream()
                        .filter(edge -> !chosen.contains(edge.to().node()))
                        .forEach(edge -> leaving.add(edge.from()));
            }
        }
        Set<String> taken = new LinkedHashSet<>();
        for (Source source : leaving) {
            String wish =
                    source.equals(first(source.node())) ? source.node().name() : source.node() + "-" + source.port();
            outputs.put(source, leaving.size() == 1 ? OutPort.OUT.name() : free(wish, taken));
        }
    }

    /** The sentence about a node that lies between nodes of the block and is not in it. */
    private Optional<String> between() {
        List<NodeId> order = new ArrayList<>(graph.topological());
        Set<NodeId> behind = reached(order, id -> graph.outOf(id).stream().map(e -> e.to().node()));
        Collections.reverse(order);
        Set<NodeId> before =
                reached(order, id -> graph.into(id).stream().map(e -> e.from().node()));
        return graph.nodes().stream()
                .map(Node::id)
                .filter(id -> !chosen.contains(id) && behind.contains(id) && before.contains(id))
                .findFirst()
                .map(id -> WORDS.text("block.between", id));
    }

    /** The chosen nodes and all that lie on ways from them; the order is along those ways. */
    private Set<NodeId> reached(List<NodeId> order, Function<NodeId, Stream<NodeId>> next) {
        Set<NodeId> reached = new LinkedHashSet<>(chosen);
        for (NodeId id : order) {
            if (reached.contains(id)) {
                next.apply(id).forEach(reached::add);
            }
        }
        return reached;
    }

    private Document packed(Catalog base) {
        OwnBlock block = block();
        NodeId id = graph.freeId(name);
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(document.file().blocks());
        blocks.put(name, block);
        Node use = new Node(id, block.definition(name).type(), Settings.none(), "");
        GraphFile file = document.file().with(outside(use));
        Layout layout = document.layout();
        Point corner = corner();
        for (NodeId gone : chosen) {
            layout = layout.without(gone);
        }
        Map<NodeId, Optional<NodeId>> renamed = new HashMap<>();
        chosen.forEach(gone -> renamed.put(gone, Optional.of(id)));
        file = trained(file, id);
        Document done = new Remarks(new Document(file.with(layout.placed(id, corner)))).renamed(renamed);
        return new Document(chainrule.io.OwnBlocks.installed(done.file(), blocks, base));
    }

    /** The file with a training that names inner parameters by their paths. */
    private GraphFile trained(GraphFile file, NodeId block) {
        return file.trained()
                .map(training -> file.trained(training.withOnly(training.only().stream()
                        .map(only -> chosen.contains(only.top()) ? NodeId.of(block + "/" + only) : only)
                        .toList())))
                .orElse(file);
    }

    private OwnBlock block() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Layout layout = Layout.empty();
        Point corner = corner();
        for (Node node : graph.nodes()) {
            if (chosen.contains(node.id())) {
                nodes.add(node);
                Point at = document.at(node.id());
                layout = layout.placed(
                        node.id(), new Point(at.x() - corner.x() + CORNER.x(), at.y() - corner.y() + CORNER.y()));
            }
        }
        for (Edge edge : graph.edges()) {
            if (chosen.contains(edge.from().node()) && chosen.contains(edge.to().node())) {
                edges.add(edge);
            }
        }
        Map<String, Slot> in = new LinkedHashMap<>();
        Graph inner = Graph.of(nodes, edges);
        for (Map.Entry<Source, List<Slot>> entry : entering.entrySet()) {
            String port = java.util.Objects.requireNonNull(inputs.get(entry.getKey()));
            if (entry.getValue().size() == 1) {
                in.put(port, entry.getValue().get(0));
            } else {
                NodeId fan = inner.freeId(port);
                inner = inner.with(new Node(fan, Identity.TYPE, Settings.none(), ""));
                for (Slot slot : entry.getValue()) {
                    inner = Graph.of(List.copyOf(inner.nodes()), with(inner, new Edge(Source.of(fan), slot)));
                }
                layout = layout.placed(fan, new Point(CORNER.x() - 200, CORNER.y() + 100 * in.size()));
                in.put(port, new Slot(fan, Identity.TYPE.inputs().get(0).name()));
            }
        }
        Map<String, Source> out = new LinkedHashMap<>();
        outputs.forEach((source, port) -> out.put(port, source));
        return new OwnBlock(GraphFile.untitled().with(inner).with(layout), in, out, Map.of());
    }

    private static List<Edge> with(Graph graph, Edge edge) {
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.add(edge);
        return edges;
    }

    /** The graph with one node in place of those that were chosen. */
    private Graph outside(Node use) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!chosen.contains(node.id())) {
                nodes.add(node);
            } else if (!nodes.contains(use)) {
                nodes.add(use);
            }
        }
        List<Edge> edges = new ArrayList<>();
        entering.keySet()
                .forEach(source -> edges.add(
                        new Edge(source, new Slot(use.id(), java.util.Objects.requireNonNull(inputs.get(source))))));
        for (Edge edge : graph.edges()) {
            boolean from = chosen.contains(edge.from().node());
            boolean to = chosen.contains(edge.to().node());
            if (from && !to) {
                String port = java.util.Objects.requireNonNull(outputs.get(edge.from()));
                edges.add(new Edge(new Source(use.id(), port), edge.to()));
            } else if (!from && !to) {
                edges.add(edge);
            }
        }
        Optional<NodeId> root = graph.root().map(id -> chosen.contains(id) ? use.id() : id);
        Graph packed = Graph.of(nodes, edges);
        return packed.root().equals(root) && graph.chosenRoot().isEmpty() ? packed : packed.rooted(root.orElse(null));
    }

    private Point corner() {
        double x = chosen.stream().mapToDouble(id -> document.at(id).x()).min().orElse(0);
        double y = chosen.stream().mapToDouble(id -> document.at(id).y()).min().orElse(0);
        return new Point(x, y);
    }

    private Source first(NodeId id) {
        return new Source(id, graph.type(id).outputs().get(0).name());
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        return name;
    }
}

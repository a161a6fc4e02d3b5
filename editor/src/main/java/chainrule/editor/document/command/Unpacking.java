package chainrule.editor.document.command;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Identity;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph in which parts stand where a node stood.
 *
 * @param parts the nodes that are new
 */
record Unpacking(Graph graph, Set<NodeId> parts) {
    private static final Phrases WORDS = Phrases.of(Unpacking.class);
    private static final int LONGEST = 56;

    Unpacking {
        parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
    }

    /**
     * Unpacks one node.
     *
     * @throws ShapeProblem where that cannot be done, with a sentence that says why
     */
    static Unpacking of(Graph graph, Validation validation, NodeId block, Catalog catalog) {
        return new Work(graph, block, catalog).done(validation.shapes());
    }

    /** What reaches a slot: an output, and its shape. */
    private record Feed(Source from, Shape shape) {}

    private static final class Work {
        private final Graph before;
        private final NodeId block;
        private final Catalog catalog;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Work(Graph before, NodeId block, Catalog catalog) {
            this.before = before;
            this.block = block;
            this.catalog = catalog;
            before.nodes().forEach(node -> names.add(node.id().name()));
        }

        Unpacking done(Map<Source, Shape> shapes) {
            Node node = before.node(block);
            Map<String, Feed> feeds = feeds(shapes);
            for (InPort port : node.type().inputs()) {
                if (!port.optional() && !feeds.containsKey(port.slot(0))) {
                    throw problem(WORDS.text("unpack.early", block, port.name()));
                }
            }
            Map<String, Source> outputs = unpacked(block.name(), node.type(), node.settings(), feeds);
            Source first = output(
                    outputs, new Source(block, node.type().outputs().get(0).name()));
            NodeId root = before.root().filter(block::equals).isPresent() ? root(first) : null;
            return new Unpacking(graph(outputs, root), ids());
        }

        private Map<String, Feed> feeds(Map<Source, Shape> shapes) {
            Map<String, Feed> feeds = new LinkedHashMap<>();
            for (Edge edge : before.into(block)) {
                Shape shape = shapes.get(edge.from());
                if (shape != null) {
                    feeds.put(edge.to().port(), new Feed(edge.from(), shape));
                }
            }
            return feeds;
        }

        /** Puts the parts of a node into the graph; answers what its outputs have become. */
        private Map<String, Source> unpacked(String name, NodeType type, Settings settings, Map<String, Feed> feeds) {
            Map<String, Shape> reaching = new LinkedHashMap<>();
            feeds.forEach((slot, feed) -> reaching.put(slot, feed.shape()));
            Parts inside = type.parts(new Shapes(reaching, settings)).orElseThrow();
            Map<Parts.End, Source> ends = new LinkedHashMap<>();
            feeds.forEach((slot, feed) -> ends.put(new Parts.End.Outer(slot), feed.from()));
            for (Parts.Part part : inside.parts()) {
                Map<String, Feed> inner = new LinkedHashMap<>();
                for (Parts.Wire wire : inside.into(part.name())) {
                    inner.put(wire.slot(), new Feed(end(ends, wire.from()), inside.shape(wire.from())));
                }
                place(name + "-" + part.name(), part, inner)
                        .forEach((port, source) -> ends.put(new Parts.End.Inner(part.name(), port), source));
            }
            Map<String, Source> outputs = new LinkedHashMap<>();
            inside.outputs().forEach((port, end) -> outputs.put(port, end(ends, end)));
            return outputs;
        }

        private Map<String, Source> place(String name, Parts.Part part, Map<String, Feed> feeds) {
            NodeType type = catalog.find(part.type().id()).orElse(null);
            if (type == null) {
                if (!part.type().opens()) {
                    throw problem(WORDS.text("unpack.bound", block, part.name()));
                }
                return unpacked(name, part.type(), part.settings(), feeds);
            }
            NodeId id = free(name);
            nodes.add(new Node(id, type, part.settings(), ""));
            feeds.forEach((slot, feed) -> edges.add(new Edge(feed.from(), new Slot(id, slot))));
            Map<String, Source> outputs = new LinkedHashMap<>();
            type.outputs().forEach(port -> outputs.put(port.name(), new Source(id, port.name())));
            return outputs;
        }

        private NodeId free(String name) {
            String base = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
            String free = base;
            for (int i = 2; !names.add(free); i++) {
                free = base + i;
            }
            return NodeId.of(free);
        }

        /** The node that the gradient starts at, where the unpacked one was the root. */
        private NodeId root(Source first) {
            Node node = nodes.stream()
                    .filter(n -> n.id().equals(first.node()))
                    .findFirst()
                    .orElseGet(() -> before.node(first.node()));
            if (node.type().outputs().get(0).name().equals(first.port())) {
                return first.node();
            }
            NodeId copy = free(block.name() + "-out");
            nodes.add(new Node(copy, Identity.TYPE, Settings.none(), ""));
            edges.add(
                    new Edge(first, new Slot(copy, Identity.TYPE.inputs().get(0).name())));
            return copy;
        }

        private Graph graph(Map<String, Source> outputs, @org.jspecify.annotations.Nullable NodeId root) {
            List<Node> all = new ArrayList<>();
            before.nodes().forEach(node -> {
                if (node.id().equals(block)) {
                    all.addAll(nodes);
                } else {
                    all.add(node);
                }
            });
            List<Edge> wired = new ArrayList<>();
            for (Edge edge : before.edges()) {
                boolean leaves = edge.from().node().equals(block);
                if (!edge.to().node().equals(block)) {
                    wired.add(leaves ? new Edge(output(outputs, edge.from()), edge.to()) : edge);
                }
            }
            wired.addAll(edges);
            Graph unpacked = Graph.of(all, wired);
            NodeId kept = root != null ? root : before.root().orElse(null);
            boolean chosen = before.chosenRoot().isPresent();
            boolean same = unpacked.root().equals(java.util.Optional.ofNullable(kept));
            return chosen || !same ? unpacked.rooted(kept) : unpacked;
        }

        private Set<NodeId> ids() {
            Set<NodeId> ids = new LinkedHashSet<>();
            nodes.forEach(node -> ids.add(node.id()));
            return ids;
        }

        private static Source output(Map<String, Source> outputs, Source source) {
            return java.util.Objects.requireNonNull(outputs.get(source.port()), () -> "no " + source);
        }

        private static Source end(Map<Parts.End, Source> ends, Parts.End end) {
            return java.util.Objects.requireNonNull(ends.get(end), () -> "no " + end);
        }

        private static ShapeProblem problem(String sentence) {
            return new ShapeProblem(null, sentence);
        }
    }
}

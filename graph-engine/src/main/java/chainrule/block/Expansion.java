package chainrule.block;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Identity;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph with its blocks opened: what was inside stands where the block stood, named by its path. Every value and
 * every gradient is the same as it was.
 *
 * @param graph without blocks, with its root chosen where there is one
 * @param outline what stands for what
 */
public record Expansion(Graph graph, Outline outline) {
    /**
     * Opens a graph that has no mistakes.
     *
     * @param shapes of every output
     */
    public static Expansion of(Graph graph, Map<Source, Shape> shapes, Opening opening) {
        boolean nothing = graph.nodes().stream().noneMatch(n -> opens(n, opening));
        return nothing ? new Expansion(graph, Outline.flat(graph)) : new Opener(opening).opened(graph, shapes);
    }

    /** Whether anything was opened. */
    public boolean changed() {
        return graph != outline.outer();
    }

    private static boolean opens(Node node, Opening opening) {
        NodeType type = node.type();
        return type.block() || (type.opens() && opening.opens(node.id()));
    }

    private static final class Opener {
        private final Opening opening;
        private final Map<NodeId, Node> opened = new LinkedHashMap<>();
        private final Map<NodeId, Parts> parts = new HashMap<>();
        private final Map<Source, Source> outputs = new HashMap<>();
        private List<Node> nodes = new ArrayList<>();
        private List<Edge> edges = new ArrayList<>();

        Opener(Opening opening) {
            this.opening = opening;
        }

        Expansion opened(Graph graph, Map<Source, Shape> shapes) {
            Map<NodeId, List<Node>> placed = new HashMap<>();
            Map<NodeId, List<Edge>> wired = new HashMap<>();
            for (NodeId id : graph.topological()) {
                nodes = new ArrayList<>();
                edges = new ArrayList<>();
                Map<String, Feed> feeds = new LinkedHashMap<>();
                for (Edge edge : graph.into(id)) {
                    Shape shape = java.util.Objects.requireNonNull(shapes.get(edge.from()));
                    feeds.put(edge.to().port(), new Feed(flat(edge.from()), shape));
                }
                place(graph.node(id), feeds);
                placed.put(id, nodes);
                wired.put(id, edges);
            }
            nodes = new ArrayList<>();
            edges = new ArrayList<>();
            graph.nodes().forEach(node -> {
                nodes.addAll(placed.getOrDefault(node.id(), List.of()));
                edges.addAll(wired.getOrDefault(node.id(), List.of()));
            });
            Optional<NodeId> root = graph.root().map(id -> root(graph.node(id)));
            Graph flat = Graph.of(nodes, edges).rooted(root.orElse(null));
            return new Expansion(flat, new Outline(graph, opened, parts, outputs));
        }

        /** What reaches a slot: an output of the flat graph, and its shape. */
        private record Feed(Source from, Shape shape) {}

        private void place(Node node, Map<String, Feed> feeds) {
            if (!opens(node, opening)) {
                nodes.add(node);
                for (InPort port : node.type().inputs()) {
                    feeds.forEach((slot, feed) -> {
                        if (port.indexOf(slot).isPresent()) {
                            edges.add(new Edge(feed.from(), new Slot(node.id(), slot)));
                        }
                    });
                }
                return;
            }
            Map<String, Shape> shapes = new HashMap<>();
            feeds.forEach((slot, feed) -> shapes.put(slot, feed.shape()));
            Parts inside =
                    node.type().parts(new Shapes(shapes, node.settings())).orElseThrow();
            opened.put(node.id(), node);
            parts.put(node.id(), inside);
            for (Parts.Part part : inside.parts()) {
                Map<String, Feed> inner = new LinkedHashMap<>();
                for (Parts.Wire wire : inside.into(part.name())) {
                    inner.put(wire.slot(), feed(node.id(), inside, wire.from(), feeds));
                }
                place(new Node(node.id().child(part.name()), part.type(), part.settings(), ""), inner);
            }
            inside.outputs()
                    .forEach((port, end) -> outputs.put(
                            new Source(node.id(), port),
                            feed(node.id(), inside, end, feeds).from()));
        }

        private Feed feed(NodeId block, Parts inside, Parts.End end, Map<String, Feed> feeds) {
            if (end instanceof Parts.End.Outer outer) {
                return java.util.Objects.requireNonNull(feeds.get(outer.slot()));
            }
            Parts.End.Inner inner = (Parts.End.Inner) end;
            return new Feed(flat(new Source(block.child(inner.part()), inner.port())), inside.shape(end));
        }

        private Source flat(Source source) {
            return outputs.getOrDefault(source, source);
        }

        /** The node that stands for the first output of another; where it is not a first output, a copy of it. */
        private NodeId root(Node node) {
            OutPort first = node.type().outputs().get(0);
            Source source = flat(new Source(node.id(), first.name()));
            NodeType type = nodes.stream()
                    .filter(n -> n.id().equals(source.node()))
                    .findFirst()
                    .orElseThrow()
                    .type();
            if (type.outputs().get(0).name().equals(source.port())) {
                return source.node();
            }
            NodeId copy = node.id().child("root");
            nodes.add(new Node(copy, Identity.TYPE, Settings.none(), ""));
            edges.add(new Edge(
                    source, new Slot(copy, Identity.TYPE.inputs().get(0).name())));
            outputs.put(new Source(node.id(), first.name()), Source.of(copy));
            return copy;
        }
    }
}

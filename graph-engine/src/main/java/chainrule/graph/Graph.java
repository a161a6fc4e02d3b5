package chainrule.graph;

import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Presence;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the learner edits: nodes in order of creation, and at most one edge into each slot. Immutable, always acyclic,
 * often incomplete; every edit answers a new graph.
 */
public final class Graph {
    private static final Graph EMPTY = new Graph(new LinkedHashMap<>(), new LinkedHashMap<>(), null);

    private final Map<NodeId, Node> nodes;
    private final Map<Slot, Edge> edges;
    private final @Nullable NodeId chosenRoot;
    private volatile @Nullable Wiring wiring;
    private volatile @Nullable List<NodeId> order;

    private Graph(Map<NodeId, Node> nodes, Map<Slot, Edge> edges, @Nullable NodeId chosenRoot) {
        this.nodes = Collections.unmodifiableMap(nodes);
        this.edges = Collections.unmodifiableMap(edges);
        this.chosenRoot = chosenRoot;
    }

    public static Graph empty() {
        return EMPTY;
    }

    /**
     * A graph of these nodes and edges.
     *
     * @throws IllegalArgumentException where an id or a slot is used twice, an edge leads nowhere, or edges close a loop
     */
    public static Graph of(List<Node> nodes, List<Edge> edges) {
        return acyclic(nodes, edges).orElseThrow(() -> new IllegalArgumentException("the edges close a loop"));
    }

    /**
     * A graph of these nodes and edges; empty where the edges close a {@link #loop}.
     *
     * @throws IllegalArgumentException where an id or a slot is used twice, or an edge leads nowhere
     */
    public static Optional<Graph> acyclic(List<Node> nodes, List<Edge> edges) {
        Map<NodeId, Node> byId = new LinkedHashMap<>();
        for (Node node : nodes) {
            require(byId.put(node.id(), node) == null, "two nodes are called " + node.id());
        }
        Map<Slot, Edge> bySlot = new LinkedHashMap<>();
        for (Edge edge : edges) {
            require(
                    byId.containsKey(edge.from().node()),
                    "no node " + edge.from().node());
            require(byId.containsKey(edge.to().node()), "no node " + edge.to().node());
            require(bySlot.put(edge.to(), edge) == null, "two edges lead into " + edge.to());
        }
        Graph graph = new Graph(byId, bySlot, null);
        return graph.topological().size() == byId.size() ? Optional.of(graph) : Optional.empty();
    }

    /** The nodes of a loop that edges between them close, in the direction of the edges; empty where there is none. */
    public static List<NodeId> loop(List<Node> nodes, List<Edge> edges) {
        Map<NodeId, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        Map<Slot, Edge> bySlot = new LinkedHashMap<>();
        edges.forEach(edge -> bySlot.put(edge.to(), edge));
        return Order.loop(new Graph(byId, bySlot, null));
    }

    public Collection<Node> nodes() {
        return nodes.values();
    }

    public Collection<Edge> edges() {
        return edges.values();
    }

    public Optional<Node> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /**
     * @throws IllegalArgumentException where there is no such node
     */
    public Node node(NodeId id) {
        Node node = nodes.get(id);
        require(node != null, "no node is called " + id);
        return java.util.Objects.requireNonNull(node);
    }

    public boolean has(NodeId id) {
        return nodes.containsKey(id);
    }

    /** The edge into a slot. */
    public Optional<Edge> into(Slot slot) {
        return Optional.ofNullable(edges.get(slot));
    }

    /** The edges into a node, by port in the order of its type, a variadic port's by index. */
    public List<Edge> into(NodeId id) {
        return wiring().into(id);
    }

    /** The edges that leave a node, in order of creation. */
    public List<Edge> outOf(NodeId id) {
        return wiring().outOf(id);
    }

    /** How many inputs of a variadic port are connected. */
    public int count(NodeId id, InPort port) {
        return wiring().count(id, port);
    }

    /** The root that was chosen, whether or not it makes sense. */
    public Optional<NodeId> chosenRoot() {
        return Optional.ofNullable(chosenRoot);
    }

    /**
     * The node whose gradient is seeded: the chosen one, else the only node without an outgoing edge, else the only
     * loss; empty where there is none.
     */
    public Optional<NodeId> root() {
        if (chosenRoot != null) {
            return chosenRoot();
        }
        Set<NodeId> feeding = new LinkedHashSet<>();
        edges.values().forEach(e -> feeding.add(e.from().node()));
        return only(n -> !feeding.contains(n.id())).or(() -> only(n -> n.type().loss()));
    }

    /** This graph with a node added, or replaced where one of that id is there. */
    public Graph with(Node node) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        Node was = copy.put(node.id(), node);
        Graph result = new Graph(copy, edges, chosenRoot);
        if (was != null && was.type() == node.type()) {
            result.wiring = wiring;
            result.order = order;
        }
        return result;
    }

    /** Whether the same edges lead to the same slots. */
    public boolean sameEdges(Graph other) {
        return edges == other.edges || edges.equals(other.edges);
    }

    /** This graph without a node and its edges; a variadic port's remaining inputs are numbered anew. */
    public Graph without(NodeId id) {
        Map<NodeId, Node> copy = new LinkedHashMap<>(nodes);
        copy.remove(id);
        Map<Slot, Slot> moved = new HashMap<>();
        outOf(id).stream()
                .map(e -> e.to().node())
                .distinct()
                .forEach(consumer -> moved.putAll(Ports.numberedAnew(node(consumer), into(consumer), id)));
        Map<Slot, Edge> left = new LinkedHashMap<>();
        edges.forEach((slot, edge) -> {
            if (!slot.node().equals(id) && !edge.from().node().equals(id)) {
                Slot now = moved.getOrDefault(slot, slot);
                left.put(now, new Edge(edge.from(), now));
            }
        });
        return new Graph(copy, left, id.equals(chosenRoot) ? null : chosenRoot);
    }

    /** This graph without its muted nodes and their edges: what is computed. */
    public Graph unmuted() {
        Graph result = this;
        for (Node node : nodes.values()) {
            result = node.type().presence() == Presence.MUTED ? result.without(node.id()) : result;
        }
        return result;
    }

    /** This graph with an edge; one that leads into the same slot is replaced. */
    public Graph connected(Source from, Slot to) {
        Optional<Problem> refusal = whyNot(from, to);
        require(refusal.isEmpty(), refusal.map(Problem::sentence).orElse(""));
        Map<Slot, Edge> copy = new LinkedHashMap<>(edges);
        copy.put(to, new Edge(from, to));
        return new Graph(nodes, copy, chosenRoot);
    }

    /** This graph without the edge into a slot; a variadic port's later inputs move up by one. */
    public Graph disconnected(Slot slot) {
        Map<Slot, Edge> copy = new LinkedHashMap<>();
        InPort port = node(slot.node()).type().input(slot.port()).orElse(null);
        int removed = port == null ? 0 : port.indexOf(slot.port()).orElse(0);
        edges.forEach((key, edge) -> {
            if (!key.equals(slot)) {
                Slot moved = port == null || !port.variadic() ? key : Ports.movedUp(key, slot, port, removed);
                copy.put(moved, new Edge(edge.from(), moved));
            }
        });
        return new Graph(nodes, copy, chosenRoot);
    }

    /** This graph with another root; null leaves it to {@link #root()}. */
    public Graph rooted(@Nullable NodeId root) {
        Graph result = new Graph(nodes, edges, root);
        result.wiring = wiring;
        result.order = order;
        return result;
    }

    /** This graph with its nodes of the types that their ids now mean; edges to ports that are gone are left out. */
    public Graph retyped(Function<String, Optional<NodeType>> types) {
        Map<NodeId, Node> named = new LinkedHashMap<>();
        nodes.forEach((id, node) -> named.put(
                id,
                new Node(
                        id,
                        types.apply(node.type().id())
                                .map(type -> type.with(node.type().presence()))
                                .orElse(node.type()),
                        node.settings(),
                        node.label())));
        Graph bare = new Graph(named, Map.of(), chosenRoot);
        Map<Slot, Edge> kept = new LinkedHashMap<>();
        edges.forEach((slot, edge) -> {
            if (bare.missingPort(edge.from(), slot).isEmpty()) {
                kept.put(slot, edge);
            }
        });
        return new Graph(named, kept, chosenRoot);
    }

    /** This graph with a node under another name. */
    public Graph renamed(NodeId from, NodeId to) {
        require(!has(to), "a node is called " + to + " already");
        Map<NodeId, Node> names = new LinkedHashMap<>();
        nodes.forEach((id, node) -> names.put(id.equals(from) ? to : id, id.equals(from) ? node.withId(to) : node));
        Map<Slot, Edge> renamed = new LinkedHashMap<>();
        edges.values().forEach(e -> {
            Slot slot = e.to().node().equals(from) ? new Slot(to, e.to().port()) : e.to();
            Source source =
                    e.from().node().equals(from) ? new Source(to, e.from().port()) : e.from();
            renamed.put(slot, new Edge(source, slot));
        });
        return new Graph(names, renamed, from.equals(chosenRoot) ? to : chosenRoot);
    }

    /** Why an edge cannot be drawn, as a sentence; empty where it can. */
    public Optional<Problem> whyNot(Source from, Slot to) {
        return Ports.whyNot(this, from, to);
    }

    /** Which end of an edge names no port of its node, as a sentence; empty where both do. */
    public Optional<Problem> missingPort(Source from, Slot to) {
        return Ports.missing(this, from, to);
    }

    /** The nodes so that each comes after those that feed it; ties by order of creation. */
    public List<NodeId> topological() {
        List<NodeId> found = order;
        if (found == null) {
            found = List.copyOf(Order.topological(this));
            order = found;
        }
        return found;
    }

    /** A node id that is free: the base, or the base and the first number from 2 that makes it so. */
    public NodeId freeId(String base) {
        NodeId id = NodeId.of(base);
        for (int i = 2; has(id); i++) {
            id = NodeId.of(base + i);
        }
        return id;
    }

    /** The type of a node. */
    public NodeType type(NodeId id) {
        return node(id).type();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph graph
                && List.copyOf(nodes.values()).equals(List.copyOf(graph.nodes.values()))
                && edges.equals(graph.edges)
                && java.util.Objects.equals(chosenRoot, graph.chosenRoot);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode() * 31 + edges.hashCode();
    }

    /** Built when first asked for; two threads may both build it, and both are the same. */
    private Wiring wiring() {
        Wiring found = wiring;
        if (found == null) {
            found = new Wiring(nodes, edges.values());
            wiring = found;
        }
        return found;
    }

    private Optional<NodeId> only(Predicate<Node> test) {
        List<Node> found = nodes.values().stream().filter(test).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

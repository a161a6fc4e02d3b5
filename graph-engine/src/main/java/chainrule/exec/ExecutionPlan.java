package chainrule.exec;

import chainrule.block.Expansion;
import chainrule.block.Opening;
import chainrule.block.Outline;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Revision;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Shapes;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A graph made ready to run: complete, typed, ordered. It says what is computed in which order and which gradients
 * exist; it holds no memory.
 */
public final class ExecutionPlan {
    private final Graph graph;
    private final Outline outline;
    private final Precision precision;
    private final List<NodeId> order;
    private final Map<Source, Shape> shapes;
    private final @Nullable NodeId root;
    private final Map<Source, List<Slot>> contributions;
    private final Set<Slot> pulled;
    private final List<Step> steps;
    private final Set<NodeId> revisedSources;
    private final long budget;

    ExecutionPlan(Expansion expansion, Precision precision, Map<Source, Shape> shapes, long budget) {
        this.budget = budget;
        this.graph = expansion.graph();
        this.outline = expansion.outline();
        this.precision = precision;
        this.order = List.copyOf(graph.topological());
        this.shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        this.root = (expansion.changed() ? graph.chosenRoot() : graph.root()).orElse(null);
        Gradients gradients = new Gradients(graph, order, root);
        this.contributions = gradients.contributions();
        this.pulled = Collections.unmodifiableSet(new LinkedHashSet<>(gradients.pulled()));
        this.steps = List.copyOf(gradients.steps());
        this.revisedSources = Set.of();
    }

    private ExecutionPlan(ExecutionPlan before, Graph edited, Revision revision) {
        Graph flat = before.graph;
        for (Node node : revision.sources()) {
            flat = flat.with(node);
        }
        this.graph = before.graph == before.outline.outer() ? edited : flat;
        this.outline = before.outline.around(edited);
        this.precision = before.precision;
        this.budget = before.budget;
        this.order = before.order;
        this.shapes = before.shapes;
        this.root = before.root;
        this.contributions = before.contributions;
        this.pulled = before.pulled;
        this.steps = before.steps;
        this.revisedSources = revision.sources().stream().map(Node::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Compiles a graph.
     *
     * @param budget bytes that its buffers may take together
     */
    public static Compilation compile(Graph graph, Precision precision, long budget) {
        return compile(graph, precision, budget, Opening.BLOCKS);
    }

    /**
     * Compiles a graph, some of whose nodes are computed part by part.
     *
     * @param budget bytes that its buffers may take together
     */
    public static Compilation compile(Graph graph, Precision precision, long budget, Opening opening) {
        return Compiler.compile(graph, precision, budget, opening);
    }

    /**
     * This plan for a graph that was edited; empty where the edit changed more than the numbers of sources, so that the
     * graph has to be compiled anew.
     */
    public Optional<ExecutionPlan> revised(Graph edited) {
        return Revision.between(outline.outer(), edited, shapes)
                .map(revision -> new ExecutionPlan(this, edited, revision));
    }

    /** The sources whose numbers may be others than in the plan that this one is a {@link #revised} form of. */
    public Set<NodeId> revisedSources() {
        return revisedSources;
    }

    /** How the graph that was compiled hangs together with the flat one that is computed. */
    public Outline outline() {
        return outline;
    }

    /** The flat graph that is computed: blocks are opened, and what was inside is named by its path. */
    public Graph graph() {
        return graph;
    }

    public Precision precision() {
        return precision;
    }

    /** The nodes in forward order. */
    public List<NodeId> order() {
        return order;
    }

    /** Every output and its shape, in forward order. */
    public Map<Source, Shape> shapes() {
        return shapes;
    }

    public Shape shape(Source source) {
        return java.util.Objects.requireNonNull(shapes.get(source), () -> "no output " + source);
    }

    /** The first output of a node. */
    public Source first(NodeId node) {
        return new Source(node, graph.type(node).outputs().get(0).name());
    }

    /** The node whose gradient is seeded; empty where the pass is forward only. */
    public Optional<NodeId> root() {
        return Optional.ofNullable(root);
    }

    /** The whole pass, forward and backward. */
    public List<Step> steps() {
        return steps;
    }

    /** The slots along whose edges a gradient flows back, in the order in which it does. */
    public Set<Slot> pulled() {
        return pulled;
    }

    /** The outputs that have a gradient, and the slots whose contributions it is the sum of; none at the root. */
    public Map<Source, List<Slot>> contributions() {
        return contributions;
    }

    public boolean hasGradient(Source source) {
        return contributions.containsKey(source);
    }

    /** The one output of a node whose gradient is all that comes back to it; empty where none or several come back. */
    public Optional<Source> soleGradient(NodeId node) {
        List<Source> all = graph.type(node).outputs().stream()
                .map(port -> new Source(node, port.name()))
                .filter(this::hasGradient)
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The parameters that an optimiser may change: trainable, not frozen, and with a gradient. */
    public List<NodeId> trainable() {
        return order.stream()
                .filter(id -> graph.type(id).trainable() && !frozen(id) && hasGradient(Source.of(id)))
                .toList();
    }

    /** The output that feeds a slot. */
    public Source feeding(Slot slot) {
        return graph.into(slot).map(Edge::from).orElseThrow(() -> new IllegalArgumentException("no edge into " + slot));
    }

    /** The buffers that a node's forward rule fills for its derivative rules or that hold its state, with their shapes. */
    Map<String, Shape> saved(NodeId id) {
        Map<String, Shape> result = new LinkedHashMap<>();
        if (!graph.type(id).saved().isEmpty()) {
            Map<String, Shape> inputs = new LinkedHashMap<>();
            graph.into(id).forEach(edge -> inputs.put(edge.to().port(), shape(edge.from())));
            Shapes in = new Shapes(inputs, graph.node(id).settings());
            graph.type(id).saved().forEach((name, rule) -> result.put(name, rule.apply(in)));
        }
        return result;
    }

    /** Bytes that one pass may take. */
    long budget() {
        return budget;
    }

    /** Bytes that the values, gradients and saved buffers of an observed pass take, without what rules need in between. */
    public long bytes() {
        long elements = 0;
        for (Map.Entry<Source, Shape> entry : shapes.entrySet()) {
            long size = entry.getValue().size();
            List<Slot> slots = contributions.get(entry.getKey());
            long copies = slots == null ? 1 : slots.size() == 1 ? 2 : 2 + slots.size();
            elements = Math.addExact(elements, Math.multiplyExact(size, copies));
        }
        for (NodeId id : order) {
            for (Shape shape : saved(id).values()) {
                elements = Math.addExact(elements, shape.size());
            }
        }
        return Math.multiplyExact(elements, (long) precision.bytes());
    }

    private boolean frozen(NodeId id) {
        return graph.node(id)
                .type()
                .param("trainable")
                .map(p -> Boolean.FALSE.equals(graph.node(id).settings().get(p)))
                .orElse(false);
    }
}

package chainrule.block;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a graph as the learner drew it hangs together with the flat graph that is computed: what stands for an output or
 * an input of an opened node. Nodes that were not opened stand for themselves.
 */
public final class Outline {
    private final Graph outer;
    private final Map<NodeId, Node> opened;
    private final Map<NodeId, Parts> parts;
    private final Map<Source, Source> outputs;

    /**
     * @param opened the opened nodes at every depth, under their paths
     * @param outputs of opened nodes, and the outputs of the flat graph that stand for them
     */
    Outline(Graph outer, Map<NodeId, Node> opened, Map<NodeId, Parts> parts, Map<Source, Source> outputs) {
        this.outer = outer;
        this.opened = new HashMap<>(opened);
        this.parts = new HashMap<>(parts);
        this.outputs = new HashMap<>(outputs);
    }

    /** The outline of a graph in which nothing is opened. */
    public static Outline flat(Graph graph) {
        return new Outline(graph, Map.of(), Map.of(), Map.of());
    }

    /** The same outline around a drawing that differs only in the numbers of sources. */
    public Outline around(Graph edited) {
        return new Outline(edited, opened, parts, outputs);
    }

    /** The graph as it was drawn. */
    public Graph outer() {
        return outer;
    }

    /** Every node at every depth, each block before what is inside it. */
    public List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        outer.nodes().forEach(node -> collect(node, all));
        return all;
    }

    private void collect(Node node, List<Node> all) {
        all.add(node);
        Parts inside = parts.get(node.id());
        if (inside != null) {
            for (Parts.Part part : inside.parts()) {
                collect(new Node(node.id().child(part.name()), part.type(), part.settings(), ""), all);
            }
        }
    }

    /** Every slot that something feeds, at every depth, in the order of {@link #nodes()}. */
    public List<Slot> slots() {
        List<Slot> all = new ArrayList<>();
        for (Node node : nodes()) {
            NodeId id = node.id();
            Parts around = id.parent().map(parts::get).orElse(null);
            if (around == null) {
                outer.into(id).forEach(edge -> all.add(edge.to()));
            } else {
                around.into(id.last()).forEach(wire -> all.add(new Slot(id, wire.slot())));
            }
        }
        return all;
    }

    /** The output of the flat graph that feeds a slot at any depth. */
    public Source feeding(Slot slot) {
        Parts around = slot.node().parent().map(parts::get).orElse(null);
        if (around == null) {
            return resolved(outer.into(slot).orElseThrow().from());
        }
        NodeId block = slot.node().parent().orElseThrow();
        Parts.End end = around.into(slot.node().last()).stream()
                .filter(wire -> wire.slot().equals(slot.port()))
                .findFirst()
                .orElseThrow()
                .from();
        return end instanceof Parts.End.Inner inner
                ? resolved(new Source(block.child(inner.part()), inner.port()))
                : feeding(new Slot(block, ((Parts.End.Outer) end).slot()));
    }

    /** What is inside an opened node; empty where the node was not opened. */
    public Optional<Parts> inside(NodeId path) {
        return Optional.ofNullable(parts.get(path));
    }

    /** An opened node, under its path. */
    public Optional<Node> opened(NodeId path) {
        return Optional.ofNullable(opened.get(path));
    }

    /** The opened nodes at every depth. */
    public List<Node> opened() {
        return List.copyOf(opened.values());
    }

    public boolean isOpened(NodeId path) {
        return opened.containsKey(path);
    }

    /** The output of the flat graph that an output of any depth is. */
    public Source resolved(Source source) {
        return outputs.getOrDefault(source, source);
    }

    /** The slots of the flat graph that an edge into a slot of any depth leads to. */
    public List<Slot> resolved(Slot slot) {
        Parts inside = parts.get(slot.node());
        if (inside == null) {
            return List.of(slot);
        }
        List<Slot> result = new ArrayList<>();
        Parts.End.Outer entrance = new Parts.End.Outer(slot.port());
        for (Parts.Wire wire : inside.outOf(entrance)) {
            result.addAll(resolved(new Slot(slot.node().child(wire.part()), wire.slot())));
        }
        inside.outputs().forEach((port, end) -> {
            if (end.equals(entrance)) {
                result.addAll(fedBy(new Source(slot.node(), port)));
            }
        });
        return result;
    }

    /** The slots of the flat graph that an output of any depth feeds, outside of its own node. */
    public List<Slot> fedBy(Source source) {
        List<Slot> result = new ArrayList<>();
        Optional<NodeId> around = source.node().parent();
        if (around.isEmpty()) {
            for (Edge edge : outer.outOf(source.node())) {
                if (edge.from().equals(source)) {
                    result.addAll(resolved(edge.to()));
                }
            }
            return result;
        }
        Parts inside = java.util.Objects.requireNonNull(parts.get(around.get()), () -> "no " + source);
        Parts.End exit = new Parts.End.Inner(source.node().last(), source.port());
        for (Parts.Wire wire : inside.outOf(exit)) {
            result.addAll(resolved(new Slot(around.get().child(wire.part()), wire.slot())));
        }
        inside.outputs().forEach((port, end) -> {
            if (end.equals(exit)) {
                result.addAll(fedBy(new Source(around.get(), port)));
            }
        });
        return result;
    }
}

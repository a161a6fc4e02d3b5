package chainrule.editor.session;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which nodes and edges are selected. Used on one thread. */
public final class Selection {
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<NodeId> nodes = Set.of();
    private Set<Slot> edges = Set.of();

    public Set<NodeId> nodes() {
        return nodes;
    }

    /** Selected edges, by the slot that they lead into. */
    public Set<Slot> edges() {
        return edges;
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    /** The only selected node, where just one node and no edge is selected. */
    public Optional<NodeId> onlyNode() {
        return nodes.size() == 1 && edges.isEmpty()
                ? Optional.of(nodes.iterator().next())
                : Optional.empty();
    }

    /** The only selected edge, where just one edge and no node is selected. */
    public Optional<Slot> onlyEdge() {
        return edges.size() == 1 && nodes.isEmpty()
                ? Optional.of(edges.iterator().next())
                : Optional.empty();
    }

    public void select(Set<NodeId> chosenNodes, Set<Slot> chosenEdges) {
        if (!nodes.equals(chosenNodes) || !edges.equals(chosenEdges)) {
            nodes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(chosenNodes));
            edges = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(chosenEdges));
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    public void select(NodeId node) {
        select(Set.of(node), Set.of());
    }

    public void select(Slot edge) {
        select(Set.of(), Set.of(edge));
    }

    public void clear() {
        select(Set.of(), Set.of());
    }

    /** Forgets what a graph no longer has. */
    public void retain(Graph graph) {
        Set<NodeId> left = new LinkedHashSet<>(nodes);
        left.removeIf(id -> !graph.has(id));
        Set<Slot> wires = new LinkedHashSet<>(edges);
        wires.removeIf(slot -> graph.into(slot).isEmpty());
        select(left, wires);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}

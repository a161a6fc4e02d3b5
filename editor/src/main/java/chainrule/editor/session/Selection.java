package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which nodes, edges, frames and notes are selected. Used on one thread. */
public final class Selection {
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<NodeId> nodes = Set.of();
    private Set<Slot> edges = Set.of();
    private Set<RemarkId> remarks = Set.of();

    public Set<NodeId> nodes() {
        return nodes;
    }

    /** Selected edges, by the slot that they lead into. */
    public Set<Slot> edges() {
        return edges;
    }

    /** Selected frames and notes. */
    public Set<RemarkId> remarks() {
        return remarks;
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty() && remarks.isEmpty();
    }

    /** The only selected node, where just one node and nothing else is selected. */
    public Optional<NodeId> onlyNode() {
        return nodes.size() == 1 && edges.isEmpty() && remarks.isEmpty()
                ? Optional.of(nodes.iterator().next())
                : Optional.empty();
    }

    /** The only selected edge, where just one edge and nothing else is selected. */
    public Optional<Slot> onlyEdge() {
        return edges.size() == 1 && nodes.isEmpty() && remarks.isEmpty()
                ? Optional.of(edges.iterator().next())
                : Optional.empty();
    }

    /** The only selected frame or note, where nothing else is selected. */
    public Optional<RemarkId> onlyRemark() {
        return remarks.size() == 1 && nodes.isEmpty() && edges.isEmpty()
                ? Optional.of(remarks.iterator().next())
                : Optional.empty();
    }

    public void select(Set<NodeId> chosenNodes, Set<Slot> chosenEdges) {
        select(chosenNodes, chosenEdges, Set.of());
    }

    public void select(Set<NodeId> chosenNodes, Set<Slot> chosenEdges, Set<RemarkId> chosenRemarks) {
        if (!nodes.equals(chosenNodes) || !edges.equals(chosenEdges) || !remarks.equals(chosenRemarks)) {
            nodes = Collections.unmodifiableSet(new LinkedHashSet<>(chosenNodes));
            edges = Collections.unmodifiableSet(new LinkedHashSet<>(chosenEdges));
            remarks = Collections.unmodifiableSet(new LinkedHashSet<>(chosenRemarks));
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    public void select(RemarkId remark) {
        select(Set.of(), Set.of(), Set.of(remark));
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

    /** Forgets what a document no longer has. */
    public void retain(Document document) {
        Graph graph = document.graph();
        Set<NodeId> left = new LinkedHashSet<>(nodes);
        left.removeIf(id -> !graph.has(id));
        Set<Slot> wires = new LinkedHashSet<>(edges);
        wires.removeIf(slot -> graph.into(slot).isEmpty());
        Set<RemarkId> marks = new LinkedHashSet<>(remarks);
        marks.removeIf(id -> !new Remarks(document).has(id));
        select(left, wires, marks);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}

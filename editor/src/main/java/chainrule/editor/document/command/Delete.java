package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Layout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes nodes with their edges, single edges, frames and notes; what is in a frame stays. */
public record Delete(Set<NodeId> nodes, Set<Slot> edges, Set<RemarkId> remarks) implements Command {
    public Delete {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
        remarks = Set.copyOf(remarks);
    }

    public Delete(Set<NodeId> nodes, Set<Slot> edges) {
        this(nodes, edges, Set.of());
    }

    @Override
    public String label() {
        if (nodes.isEmpty() && edges.isEmpty()) {
            return remarks.size() == 1
                    ? "Delete " + remarks.iterator().next()
                    : "Delete " + remarks.size() + " remarks";
        }
        if (nodes.isEmpty()) {
            return edges.size() == 1
                    ? "Delete edge into " + edges.iterator().next()
                    : "Delete " + edges.size() + " edges";
        }
        return nodes.size() == 1 ? "Delete " + nodes.iterator().next() : "Delete " + nodes.size() + " nodes";
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        List<Slot> lastFirst = edges.stream()
                .sorted(Comparator.comparing((Slot s) -> s.port().length())
                        .thenComparing(Slot::port)
                        .reversed())
                .toList();
        for (Slot slot : lastFirst) {
            if (graph.into(slot).isPresent()) {
                graph = graph.disconnected(slot);
            }
        }
        for (NodeId node : nodes) {
            graph = graph.has(node) ? graph.without(node) : graph;
        }
        Document left = document.with(graph);
        Layout layout = left.layout();
        for (NodeId node : nodes) {
            layout = layout.without(node);
        }
        Map<NodeId, Optional<NodeId>> gone = new HashMap<>();
        nodes.forEach(node -> gone.put(node, Optional.empty()));
        Document unframed = new Remarks(left.with(layout)).renamed(gone);
        return new Remarks(unframed).without(remarks);
    }
}

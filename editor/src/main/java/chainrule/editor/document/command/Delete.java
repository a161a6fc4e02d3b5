package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Pins;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes nodes with their edges, single edges, frames and notes; what is in a frame stays. */
public record Delete(Set<NodeId> nodes, Set<Slot> edges, Set<RemarkId> remarks) implements Command {
    private static final Phrases WORDS = Phrases.of(Delete.class);

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
            return WORDS.text(
                    "nodes.delete",
                    remarks.size() == 1 ? remarks.iterator().next() : WORDS.text("command.remarks", remarks.size()));
        }
        if (nodes.isEmpty()) {
            return edges.size() == 1
                    ? WORDS.text("edge.delete", edges.iterator().next())
                    : WORDS.text("edges.delete", edges.size());
        }
        return WORDS.text(
                "nodes.delete",
                nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size()));
    }

    @Override
    public Optional<String> refusal(Document document) {
        return document.whyFixed()
                .or(() -> edges.isEmpty() && remarks.isEmpty() ? new Pins(document).deleting(nodes) : Optional.empty());
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        Set<NodeId> going = new Pins(document).free(nodes);
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
        for (NodeId node : going) {
            graph = graph.has(node) ? graph.without(node) : graph;
        }
        Document left = document.with(graph);
        Layout layout = left.layout();
        for (NodeId node : going) {
            layout = layout.without(node);
        }
        Map<NodeId, Optional<NodeId>> gone = new HashMap<>();
        going.forEach(node -> gone.put(node, Optional.empty()));
        Document unframed = new Remarks(left.with(layout)).renamed(gone);
        return new Remarks(unframed).without(remarks);
    }
}

package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The whole path through a wire or a port: what it depends on, and what depends on it.
 *
 * @param edges by the slot that they lead into
 */
record Lit(Set<NodeId> nodes, Set<Slot> edges) {
    Lit {
        nodes = Collections.unmodifiableSet(nodes);
        edges = Collections.unmodifiableSet(edges);
    }

    /** The path through what was hit; empty where that is neither a wire nor a port of the graph. */
    static Optional<Lit> through(Graph graph, Hit hit) {
        if (hit instanceof Hit.OnEdge on) {
            return graph.into(on.slot()).map(edge -> through(graph, edge.from().node(), List.of(edge)));
        } else if (hit instanceof Hit.OnSlot on && graph.has(on.slot().node())) {
            return graph.into(on.slot())
                    .map(edge -> through(graph, edge.from().node(), List.of(edge)))
                    .or(() -> Optional.of(after(graph, on.slot().node())));
        } else if (hit instanceof Hit.OnSource on && graph.has(on.source().node())) {
            return Optional.of(through(graph, on.source().node(), leaving(graph, on.source())));
        }
        return Optional.empty();
    }

    private static List<Edge> leaving(Graph graph, Source source) {
        return graph.outOf(source.node()).stream()
                .filter(edge -> edge.from().equals(source))
                .toList();
    }

    /** What a node depends on, some edges that leave it, and what depends on them. */
    private static Lit through(Graph graph, NodeId node, List<Edge> leaving) {
        Set<NodeId> nodes = new HashSet<>();
        Set<Slot> edges = new HashSet<>();
        spread(node, graph::into, edge -> edge.from().node(), nodes, edges);
        for (Edge edge : leaving) {
            edges.add(edge.to());
            spread(edge.to().node(), graph::outOf, next -> next.to().node(), nodes, edges);
        }
        return new Lit(nodes, edges);
    }

    private static Lit after(Graph graph, NodeId node) {
        Set<NodeId> nodes = new HashSet<>();
        Set<Slot> edges = new HashSet<>();
        spread(node, graph::outOf, edge -> edge.to().node(), nodes, edges);
        return new Lit(nodes, edges);
    }

    private static void spread(
            NodeId start,
            Function<NodeId, List<Edge>> along,
            Function<Edge, NodeId> end,
            Set<NodeId> nodes,
            Set<Slot> edges) {
        Deque<NodeId> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            NodeId at = left.pop();
            if (nodes.add(at)) {
                for (Edge edge : along.apply(at)) {
                    edges.add(edge.to());
                    left.push(end.apply(edge));
                }
            }
        }
    }
}

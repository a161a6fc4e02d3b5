package chainrule.editor.document;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes nodes out of the wires that lead through them: what fed them feeds what they fed. */
public final class Healing {
    private Healing() {}

    /**
     * A graph in which no edge joins these nodes with the others. Who took a value from one of them takes that of the
     * first input that led into them; edges among them stay.
     */
    public static Graph around(Graph graph, Set<NodeId> nodes) {
        Graph result = graph;
        for (Edge edge : List.copyOf(graph.edges())) {
            boolean leaves = nodes.contains(edge.from().node())
                    && !nodes.contains(edge.to().node());
            Optional<Source> before = leaves ? feeding(graph, edge.from().node(), nodes) : Optional.empty();
            if (before.isPresent() && result.whyNot(before.get(), edge.to()).isEmpty()) {
                result = result.connected(before.get(), edge.to());
            }
        }
        return cut(result, nodes);
    }

    private static Graph cut(Graph graph, Set<NodeId> nodes) {
        List<Edge> crossing = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            if (nodes.contains(edge.from().node()) != nodes.contains(edge.to().node())) {
                crossing.add(edge);
            }
        }
        crossing.sort(java.util.Comparator.comparing((Edge e) -> e.to().port().length())
                .thenComparing(e -> e.to().port())
                .reversed());
        Graph result = graph;
        for (Edge edge : crossing) {
            result = result.disconnected(edge.to());
        }
        return result;
    }

    /** What leads into a group of nodes on the way to one of them, along first inputs. */
    private static Optional<Source> feeding(Graph graph, NodeId node, Set<NodeId> group) {
        return graph.into(node).stream()
                .findFirst()
                .flatMap(edge -> group.contains(edge.from().node())
                        ? feeding(graph, edge.from().node(), group)
                        : Optional.of(edge.from()));
    }
}

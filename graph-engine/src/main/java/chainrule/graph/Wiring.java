package chainrule.graph;

import chainrule.op.InPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The edges of a graph by the nodes at their ends, so that asking for one node's does not walk all. */
final class Wiring {
    private final Map<NodeId, List<Edge>> into = new HashMap<>();
    private final Map<NodeId, List<Edge>> outOf = new HashMap<>();
    private final Map<NodeId, Map<InPort, Integer>> counts = new HashMap<>();

    Wiring(Map<NodeId, Node> nodes, Collection<Edge> edges) {
        for (Edge edge : edges) {
            NodeId consumer = edge.to().node();
            into.computeIfAbsent(consumer, k -> new ArrayList<>(2)).add(edge);
            outOf.computeIfAbsent(edge.from().node(), k -> new ArrayList<>(2)).add(edge);
        }
        into.replaceAll((id, list) -> {
            Node node = Objects.requireNonNull(nodes.get(id));
            counts.put(id, counted(node, list));
            return list.size() == 1 ? list : Ports.inOrder(node, list);
        });
    }

    List<Edge> into(NodeId id) {
        return Collections.unmodifiableList(into.getOrDefault(id, List.of()));
    }

    List<Edge> outOf(NodeId id) {
        return Collections.unmodifiableList(outOf.getOrDefault(id, List.of()));
    }

    int count(NodeId id, InPort port) {
        return counts.getOrDefault(id, Map.of()).getOrDefault(port, 0);
    }

    private static Map<InPort, Integer> counted(Node node, List<Edge> edges) {
        Map<InPort, Integer> result = new HashMap<>(4);
        for (Edge edge : edges) {
            node.type().input(edge.to().port()).ifPresent(port -> result.merge(port, 1, Integer::sum));
        }
        return result;
    }
}

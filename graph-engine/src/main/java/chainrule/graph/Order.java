package chainrule.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Orders and paths in a graph. */
final class Order {
    private Order() {}

    /** Nodes after those that feed them, ties by creation; nodes on a loop and behind one are left out. */
    static List<NodeId> topological(Graph graph) {
        Map<NodeId, Integer> created = new HashMap<>();
        Map<NodeId, Integer> waiting = new HashMap<>();
        Map<NodeId, List<NodeId>> consumers = consumers(graph);
        List<NodeId> ids = graph.nodes().stream().map(Node::id).toList();
        for (NodeId id : ids) {
            created.put(id, created.size());
            waiting.put(id, 0);
        }
        graph.edges().forEach(e -> waiting.merge(e.to().node(), 1, Integer::sum));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        waiting.forEach((id, count) -> {
            if (count == 0) {
                ready.add(created.getOrDefault(id, 0));
            }
        });
        List<NodeId> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            NodeId id = ids.get(ready.remove());
            order.add(id);
            for (NodeId consumer : consumers.getOrDefault(id, List.of())) {
                if (waiting.merge(consumer, -1, Integer::sum) == 0) {
                    ready.add(created.getOrDefault(consumer, 0));
                }
            }
        }
        return order;
    }

    /** The nodes of one loop in the direction of its edges, the first created first; empty where there is none. */
    static List<NodeId> loop(Graph graph) {
        Set<NodeId> left = new LinkedHashSet<>();
        graph.nodes().forEach(n -> left.add(n.id()));
        topological(graph).forEach(left::remove);
        if (left.isEmpty()) {
            return List.of();
        }
        Map<NodeId, NodeId> feeder = new HashMap<>();
        graph.edges().stream()
                .filter(e -> left.contains(e.from().node()) && left.contains(e.to().node()))
                .forEach(e -> feeder.putIfAbsent(e.to().node(), e.from().node()));
        Set<NodeId> seen = new LinkedHashSet<>();
        NodeId at = left.iterator().next();
        while (seen.add(at)) {
            at = java.util.Objects.requireNonNull(feeder.get(at));
        }
        List<NodeId> loop = new ArrayList<>(seen);
        loop.subList(0, loop.indexOf(at)).clear();
        Collections.reverse(loop);
        left.stream().filter(Set.copyOf(loop)::contains).findFirst().ifPresent(first -> {
            Collections.rotate(loop, -loop.indexOf(first));
        });
        return loop;
    }

    /** The nodes on one way from a node to another, both included; empty where there is none. */
    static List<NodeId> path(Graph graph, NodeId from, NodeId to) {
        Map<NodeId, List<NodeId>> consumers = consumers(graph);
        Map<NodeId, NodeId> cameFrom = new HashMap<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(from));
        Set<NodeId> seen = new LinkedHashSet<>(List.of(from));
        while (!open.isEmpty()) {
            NodeId at = open.remove();
            if (at.equals(to)) {
                return way(cameFrom, from, to);
            }
            for (NodeId next : consumers.getOrDefault(at, List.of())) {
                if (seen.add(next)) {
                    cameFrom.put(next, at);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<NodeId> way(Map<NodeId, NodeId> cameFrom, NodeId from, NodeId to) {
        List<NodeId> path = new ArrayList<>(List.of(to));
        NodeId at = to;
        while (!at.equals(from)) {
            at = java.util.Objects.requireNonNull(cameFrom.get(at));
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    private static Map<NodeId, List<NodeId>> consumers(Graph graph) {
        Map<NodeId, List<NodeId>> consumers = new HashMap<>();
        graph.edges().forEach(e -> consumers
                .computeIfAbsent(e.from().node(), k -> new ArrayList<>())
                .add(e.to().node()));
        return consumers;
    }
}

package chainrule.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/** Orders and paths in a graph. */
final class Order {
    private Order() {}

    /** Nodes after those that feed them, ties by creation; nodes on a loop and behind one are left out. */
    static List<NodeId> topological(Graph graph) {
        List<NodeId> ids = graph.nodes().stream().map(Node::id).toList();
        return graph.edges().isEmpty() ? ids : topological(ids, graph.edges());
    }

    private static List<NodeId> topological(List<NodeId> ids, Collection<Edge> edges) {
        Consumers consumers = new Consumers(ids, edges);
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int node = 0; node < ids.size(); node++) {
            if (consumers.waiting[node] == 0) {
                ready.add(node);
            }
        }
        List<NodeId> order = new ArrayList<>(ids.size());
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(ids.get(node));
            for (int at = consumers.starts[node]; at < consumers.starts[node + 1]; at++) {
                if (--consumers.waiting[consumers.all[at]] == 0) {
                    ready.add(consumers.all[at]);
                }
            }
        }
        return order;
    }

    /** Who reads a node, and for how many inputs each node waits, by their numbers in the order of creation. */
    private static final class Consumers {
        private final int[] waiting;
        private final int[] starts;
        private final int[] all;

        Consumers(List<NodeId> ids, Collection<Edge> edges) {
            Map<NodeId, Integer> numbers = new HashMap<>(2 * ids.size());
            for (NodeId id : ids) {
                numbers.put(id, numbers.size());
            }
            this.waiting = new int[ids.size()];
            this.starts = new int[ids.size() + 1];
            this.all = new int[edges.size()];
            int[] from = new int[edges.size()];
            int[] to = new int[edges.size()];
            int edge = 0;
            for (Edge each : edges) {
                from[edge] = Objects.requireNonNull(numbers.get(each.from().node()));
                to[edge] = Objects.requireNonNull(numbers.get(each.to().node()));
                waiting[to[edge]]++;
                starts[from[edge++] + 1]++;
            }
            for (int node = 0; node < ids.size(); node++) {
                starts[node + 1] += starts[node];
            }
            int[] next = Arrays.copyOf(starts, ids.size());
            for (edge = 0; edge < all.length; edge++) {
                all[next[from[edge]]++] = to[edge];
            }
        }
    }

    /** The nodes of one loop in the direction of its edges, the first created first; empty where there is none. */
    static List<NodeId> loop(Graph graph) {
        Set<NodeId> left = new LinkedHashSet<>();
        graph.nodes().forEach(n -> left.add(n.id()));
        graph.topological().forEach(left::remove);
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
            at = Objects.requireNonNull(feeder.get(at));
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
            at = Objects.requireNonNull(cameFrom.get(at));
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

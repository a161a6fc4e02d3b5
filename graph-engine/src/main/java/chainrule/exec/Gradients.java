package chainrule.exec;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Vjp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which gradients exist, and the order of a pass: forward; seed; pulls by consumer in the reverse of the forward order
 * and by port within a consumer; an accumulate step as soon as the last of several contributions has arrived.
 */
final class Gradients {
    private final Graph graph;
    private final List<NodeId> order;
    private final Map<NodeId, List<Edge>> incoming = new HashMap<>();
    private final Map<Source, List<Slot>> contributions = new LinkedHashMap<>();
    private final List<Slot> pulled = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    Gradients(Graph graph, List<NodeId> order, @Nullable NodeId root) {
        this.graph = graph;
        this.order = order;
        Map<NodeId, List<Edge>> byConsumer = new HashMap<>();
        graph.edges().forEach(e -> byConsumer
                .computeIfAbsent(e.to().node(), k -> new ArrayList<>())
                .add(e));
        byConsumer.forEach((id, edges) -> incoming.put(id, edges.size() == 1 ? edges : graph.into(id)));
        order.forEach(id -> steps.add(new Step.Forward(id)));
        if (root != null && graph.type(root).differentiable()) {
            steps.add(new Step.Seed(root));
            contributions.put(first(root), List.of());
            backward();
        }
    }

    Map<Source, List<Slot>> contributions() {
        return contributions;
    }

    List<Slot> pulled() {
        return pulled;
    }

    List<Step> steps() {
        return steps;
    }

    private void backward() {
        Set<NodeId> reached = new HashSet<>();
        contributions.keySet().forEach(s -> reached.add(s.node()));
        for (int i = order.size() - 1; i >= 0; i--) {
            NodeId consumer = order.get(i);
            if (reached.contains(consumer)) {
                for (Edge edge : incoming.getOrDefault(consumer, List.of())) {
                    if (passes(edge)) {
                        pulled.add(edge.to());
                        reached.add(edge.from().node());
                        contributions
                                .computeIfAbsent(edge.from(), k -> new ArrayList<>())
                                .add(edge.to());
                    }
                }
            }
        }
        Map<Source, Integer> arrived = new HashMap<>();
        for (Slot slot : pulled) {
            steps.add(new Step.Pull(slot));
            Source from = graph.into(slot).orElseThrow().from();
            int all = contributions.getOrDefault(from, List.of()).size();
            if (arrived.merge(from, 1, Integer::sum) == all && all > 1) {
                steps.add(new Step.Accumulate(from));
            }
        }
    }

    private boolean passes(Edge edge) {
        NodeType consumer = graph.type(edge.to().node());
        boolean open = consumer.input(edge.to().port())
                .filter(p -> !p.integer())
                .flatMap(consumer::vjp)
                .filter(v -> !v.blocked())
                .map(Vjp::port)
                .isPresent();
        return open
                && graph.type(edge.from().node())
                        .output(edge.from().port())
                        .filter(OutPort::differentiable)
                        .isPresent();
    }

    private Source first(NodeId id) {
        return new Source(id, graph.type(id).outputs().get(0).name());
    }
}

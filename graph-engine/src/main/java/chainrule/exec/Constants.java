package chainrule.exec;

import chainrule.graph.NodeId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The nodes whose values stay the same from step to step: they depend on nothing that learns and on no state. */
final class Constants {
    private final Set<NodeId> nodes = new HashSet<>();

    Constants(ExecutionPlan plan, Collection<NodeId> learned) {
        Set<NodeId> moving = new HashSet<>(learned);
        for (NodeId id : plan.order()) {
            boolean fed = plan.graph().type(id).values().isEmpty()
                    && plan.graph().into(id).stream()
                            .anyMatch(edge -> !nodes.contains(edge.from().node()));
            if (!fed && !moving.contains(id) && plan.graph().type(id).state().isEmpty()) {
                nodes.add(id);
            }
        }
    }

    Set<NodeId> nodes() {
        return nodes;
    }
}

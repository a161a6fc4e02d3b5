package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which gradients a training needs: those on a way from the root to a parameter that learns. What comes back to data,
 * constants and frozen parameters, and to all that depends on nothing else, is left out.
 */
final class Needs {
    private final ExecutionPlan plan;
    private final Set<NodeId> learning = new HashSet<>();

    Needs(ExecutionPlan plan, Collection<NodeId> learned) {
        this.plan = plan;
        learning.addAll(learned);
        Map<NodeId, List<Slot>> pulled = new HashMap<>();
        plan.pulled().forEach(slot -> pulled.computeIfAbsent(slot.node(), k -> new ArrayList<>())
                .add(slot));
        for (NodeId id : plan.order()) {
            if (pulled.getOrDefault(id, List.of()).stream().anyMatch(this::leadsToLearning)) {
                learning.add(id);
            }
        }
    }

    /** Whether a gradient that flows back along the edge into this slot gets anywhere. */
    boolean leadsToLearning(Slot slot) {
        return learning.contains(plan.feeding(slot).node());
    }

    /** Whether the gradient of a node's outputs gets anywhere. */
    boolean leadsToLearning(NodeId node) {
        return learning.contains(node);
    }

    /** The slots to pull along, in the order of the plan. */
    List<Slot> pulled() {
        return plan.pulled().stream().filter(this::leadsToLearning).toList();
    }
}

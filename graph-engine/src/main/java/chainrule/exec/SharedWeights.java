package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parameters that several nodes of one type use at the same input, as the cells of a recurrent layer do. What those
 * nodes compute with is placed in rows, so that one product over a whole row gives the gradient of the weights.
 */
final class SharedWeights {
    private final ExecutionPlan plan;
    private final Set<NodeId> learned;
    private final Neighbours neighbours = new Neighbours();

    private SharedWeights(ExecutionPlan plan, Collection<NodeId> learned) {
        this.plan = plan;
        this.learned = new HashSet<>(learned);
    }

    /** Gives places to what should lie in rows. */
    static void place(Placement placement, Collection<NodeId> learned) {
        SharedWeights shared = new SharedWeights(placement.plan(), learned);
        learned.forEach(shared::line);
        shared.neighbours.rows().forEach(placement::row);
    }

    private void line(NodeId weights) {
        List<Slot> uses = new ArrayList<>(plan.contributions().getOrDefault(Source.of(weights), List.of()));
        java.util.Collections.reverse(uses);
        if (uses.size() < 2) {
            return;
        }
        NodeType type = plan.graph().type(uses.get(0).node());
        String port = uses.get(0).port();
        if (!uses.stream().allMatch(s -> s.port().equals(port) && plan.graph().type(s.node()) == type)) {
            return;
        }
        List<NodeId> users = uses.stream().map(Slot::node).toList();
        for (InPort input : type.inputs()) {
            if (!input.variadic() && !input.optional()) {
                lineValues(users, input);
            }
        }
        for (String name : type.prepared()) {
            neighbours.line(users.stream().map(id -> new Tenant.Saved(id, name)).toList());
        }
        if (type.prepared().isEmpty() && type.outputs().size() == 1) {
            neighbours.line(users.stream()
                    .map(id -> new Tenant.Gradient(plan.first(id)))
                    .toList());
        }
    }

    private void lineValues(List<NodeId> users, InPort input) {
        List<Source> sources = users.stream()
                .map(id -> plan.feeding(new Slot(id, input.name())))
                .toList();
        boolean free = sources.stream().noneMatch(source -> learned.contains(source.node()));
        boolean alike = sources.stream().map(plan::shape).distinct().count() == 1;
        if (free && alike && new HashSet<>(sources).size() == sources.size()) {
            neighbours.line(sources.stream().map(Tenant.Value::new).toList());
        }
    }
}

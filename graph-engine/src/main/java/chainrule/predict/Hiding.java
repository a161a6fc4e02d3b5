package chainrule.predict;

import chainrule.block.Outline;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import chainrule.trace.Trace;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What learners hide from themselves, to predict it: the gradients of nodes and of edges, and where it is wanted the values
 * that nodes compute. What a source gives is known anyway and never hidden.
 *
 * @param edges by the slots that they lead into
 * @param values whether the values of the nodes are hidden, too
 */
public record Hiding(Set<NodeId> nodes, Set<Slot> edges, boolean values) {
    public Hiding {
        nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
    }

    public static Hiding nothing() {
        return new Hiding(Set.of(), Set.of(), false);
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    /** Indices of the steps of a pass that write what is hidden, in their order. */
    public Set<Integer> in(Trace trace) {
        Set<Step> hidden = new HashSet<>();
        ExecutionPlan plan = trace.plan();
        nodes.forEach(node -> node(plan, node, hidden));
        for (Slot slot : edges) {
            boolean there =
                    plan.graph().into(slot).isPresent() || plan.outline().isOpened(slot.node());
            (there ? plan.outline().resolved(slot) : List.<Slot>of()).forEach(s -> hidden.add(new Step.Pull(s)));
        }
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            if (hidden.contains(trace.steps().get(i))) {
                found.add(i);
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private void node(ExecutionPlan plan, NodeId id, Set<Step> hidden) {
        Outline outline = plan.outline();
        if (!plan.graph().has(id) && !outline.isOpened(id)) {
            return;
        }
        Node node = outline.opened(id).orElseGet(() -> plan.graph().node(id));
        hidden.add(new Step.Update(id));
        for (OutPort port : node.type().outputs()) {
            Source own = new Source(id, port.name());
            Source flat = outline.isOpened(id) ? outline.resolved(own) : own;
            if (values && !plan.graph().into(flat.node()).isEmpty()) {
                hidden.add(new Step.Forward(flat.node()));
            }
            if (outline.isOpened(id)) {
                fromOutside(plan, flat, outline.fedBy(own), hidden);
            } else {
                gradient(plan, flat, hidden);
            }
        }
    }

    /** The steps after which is known what comes back to an output of an opened node; what is inside of it has its own. */
    private static void fromOutside(ExecutionPlan plan, Source flat, List<Slot> outside, Set<Step> hidden) {
        if (plan.root().filter(flat.node()::equals).isPresent()) {
            hidden.add(new Step.Seed(flat.node()));
        }
        outside.forEach(slot -> hidden.add(new Step.Pull(slot)));
        if (!outside.isEmpty() && outside.containsAll(plan.contributions().getOrDefault(flat, List.of()))) {
            hidden.add(new Step.Accumulate(flat));
        }
    }

    /** The steps after which the whole gradient of an output is known. */
    private static void gradient(ExecutionPlan plan, Source output, Set<Step> hidden) {
        List<Slot> slots = plan.contributions().getOrDefault(output, List.of());
        hidden.add(new Step.Seed(output.node()));
        hidden.add(slots.size() == 1 ? new Step.Pull(slots.get(0)) : new Step.Accumulate(output));
    }
}

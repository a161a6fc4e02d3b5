package chainrule.exec;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When the values and gradients of a fast pass are first written and last read, counted in its steps. Values are kept
 * until the backward half begins, so that all of them can be read after a forward pass.
 */
final class Lives {
    private static final int FOREVER = Integer.MAX_VALUE;

    /** From the step that writes first to the last that reads, both included. */
    record Life(int begin, int end) {}

    private final ExecutionPlan plan;
    private final Map<Tenant, Life> lives = new LinkedHashMap<>();

    private Lives(ExecutionPlan plan) {
        this.plan = plan;
    }

    /**
     * The lives in a pass.
     *
     * @param pulled the slots whose gradients it pulls, in order
     * @param constants nodes that it does not compute in every step
     */
    static Map<Tenant, Life> of(ExecutionPlan plan, List<Slot> pulled, Set<NodeId> constants) {
        Lives lives = new Lives(plan);
        lives.forward(constants);
        lives.backward(pulled);
        lives.keepWhatNodesRemember();
        return lives.lives;
    }

    private void forward(Set<NodeId> constants) {
        int backward = plan.order().size();
        for (int at = 0; at < backward; at++) {
            NodeId id = plan.order().get(at);
            boolean kept = constants.contains(id)
                    || plan.graph().type(id).values().isPresent()
                    || plan.root().filter(id::equals).isPresent();
            for (Source output : outputs(id)) {
                lives.put(new Tenant.Value(output), new Life(at, kept ? FOREVER : backward));
            }
        }
    }

    private void backward(List<Slot> pulled) {
        int start = plan.order().size();
        plan.root().ifPresent(root -> lives.put(new Tenant.Gradient(plan.first(root)), new Life(start, start)));
        Map<Source, Integer> lastInto = new HashMap<>();
        for (int i = 0; i < pulled.size(); i++) {
            lastInto.put(plan.feeding(pulled.get(i)), start + 1 + i);
        }
        Map<NodeId, Integer> readUntil = new LinkedHashMap<>();
        for (int i = 0; i < pulled.size(); i++) {
            Source into = plan.feeding(pulled.get(i));
            int now = start + 1 + i;
            int read = isSource(into) ? Objects.requireNonNull(lastInto.get(into)) : now;
            readUntil.merge(pulled.get(i).node(), read, Math::max);
            lives.merge(new Tenant.Gradient(into), new Life(now, now), (old, life) -> new Life(old.begin, now));
        }
        readUntil.forEach(this::keep);
    }

    /** Keeps what a node reads until a step is done. */
    private void keep(NodeId node, int step) {
        for (Tenant tenant : readBy(node)) {
            lives.computeIfPresent(tenant, (t, life) -> new Life(life.begin, Math.max(life.end, step)));
        }
    }

    /** What a node takes in after a step, it reads from its own inputs and outputs. */
    private void keepWhatNodesRemember() {
        for (NodeId id : plan.order()) {
            if (plan.graph().type(id).state().isPresent()) {
                keep(id, FOREVER);
            }
        }
    }

    private List<Tenant> readBy(NodeId node) {
        List<Tenant> read = new ArrayList<>();
        for (Edge edge : plan.graph().into(node)) {
            read.add(new Tenant.Value(edge.from()));
        }
        for (Source output : outputs(node)) {
            read.add(new Tenant.Value(output));
            read.add(new Tenant.Gradient(output));
        }
        return read;
    }

    private boolean isSource(Source source) {
        return plan.graph().type(source.node()).values().isPresent();
    }

    private List<Source> outputs(NodeId node) {
        List<Source> outputs = new ArrayList<>();
        for (OutPort port : plan.graph().type(node).outputs()) {
            outputs.add(new Source(node, port.name()));
        }
        return outputs;
    }
}

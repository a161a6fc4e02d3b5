package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.kernel.Memory;
import chainrule.kernel.Row;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The backward half of a fast pass: one buffer for each gradient that is needed. The first contribution is written
 * there, the others are computed aside and added.
 */
final class FastGradients {
    private final Bindings bindings;
    private final ExecutionPlan plan;
    private final Row ofLearned;
    private final Map<Source, Buffer> gradients = new HashMap<>();
    private final Map<Shape, Buffer> aside = new HashMap<>();
    private final Set<NodeId> prepared = new HashSet<>();
    private final Set<Source> begun = new HashSet<>();
    private final List<Stage> stages = new ArrayList<>();

    FastGradients(Bindings bindings, List<NodeId> learned, Memory memory) {
        this.bindings = bindings;
        this.plan = bindings.plan();
        this.ofLearned = memory.allocateRow(
                learned.stream().map(id -> plan.shape(Source.of(id))).toList());
        for (int i = 0; i < learned.size(); i++) {
            gradients.put(Source.of(learned.get(i)), ofLearned.parts().get(i));
        }
        Needs needs = new Needs(plan, learned);
        plan.root().filter(needs::leadsToLearning).ifPresent(this::seed);
        needs.pulled().forEach(this::pull);
    }

    List<Stage> stages() {
        return stages;
    }

    Row ofLearned() {
        return ofLearned;
    }

    Optional<Buffer> find(Source source) {
        return Optional.ofNullable(gradients.get(source));
    }

    private void seed(NodeId root) {
        Buffer gradient = gradient(plan.first(root));
        stages.add(Stage.of(new Step.Seed(root), Kernels.filled(1, gradient)));
    }

    private void pull(Slot slot) {
        Source source = plan.feeding(slot);
        Buffer sum = gradient(source);
        Step step = new Step.Pull(slot);
        Map<String, Buffer> upstream = upstream(slot.node());
        Kernel preparation = prepared.add(slot.node()) ? bindings.preparation(slot.node(), upstream) : Kernel.nothing();
        if (begun.add(source)) {
            stages.add(Stage.of(step, Kernel.sequence(preparation, bindings.vjp(slot, upstream, sum))));
            return;
        }
        Buffer part = aside.computeIfAbsent(sum.shape(), bindings::allocate);
        Kernel pulled = Kernel.sequence(preparation, bindings.vjp(slot, upstream, part));
        List<Step> steps = last(slot, source) ? List.of(step, new Step.Accumulate(source)) : List.of(step);
        stages.add(new Stage(steps, Kernel.sequence(pulled, Kernels.accumulate(part, sum))));
    }

    private boolean last(Slot slot, Source source) {
        List<Slot> all = Objects.requireNonNull(plan.contributions().get(source));
        return all.get(all.size() - 1).equals(slot);
    }

    private Buffer gradient(Source source) {
        return gradients.computeIfAbsent(source, s -> bindings.allocate(plan.shape(s)));
    }

    private Map<String, Buffer> upstream(NodeId node) {
        Map<String, Buffer> result = new HashMap<>();
        for (OutPort port : plan.graph().type(node).outputs()) {
            find(new Source(node, port.name())).ifPresent(gradient -> result.put(port.name(), gradient));
        }
        return result;
    }
}

package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Memory;
import chainrule.kernel.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fast pass of a plan, for training: the same rules as in the observed pass, but only the gradients that lead to a
 * parameter that learns, and contributions added up where the sum lies. Parameters that learn lie one after the other,
 * and so do their gradients. Running allocates nothing.
 */
public final class FastPass extends Pass {
    private final List<NodeId> learned;
    private final Row parameters;
    private final FastGradients gradients;
    private final Schedule whole;
    private final Schedule forward;

    private FastPass(Bindings bindings, List<NodeId> learned, Row parameters, FastGradients gradients) {
        super(bindings);
        this.learned = learned;
        this.parameters = parameters;
        this.gradients = gradients;
        List<Stage> stages = forward(bindings);
        this.forward = new Schedule(Fusion.fused(stages));
        stages.addAll(gradients.stages());
        this.whole = new Schedule(Fusion.fused(stages));
    }

    /**
     * A fast pass over a plan.
     *
     * @param learned the parameters whose gradients are wanted; each must have one in the plan
     */
    public static FastPass of(ExecutionPlan plan, Collection<NodeId> learned) {
        List<NodeId> order = plan.order().stream()
                .filter(java.util.Set.copyOf(learned)::contains)
                .toList();
        Memory memory = new Memory(plan.precision(), Long.MAX_VALUE);
        Row parameters = memory.allocateRow(
                order.stream().map(id -> plan.shape(Source.of(id))).toList());
        Map<Source, Buffer> placed = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            placed.put(Source.of(order.get(i)), parameters.parts().get(i));
        }
        Bindings bindings = new Bindings(plan, memory, placed);
        return new FastPass(bindings, order, parameters, new FastGradients(bindings, order, memory));
    }

    @Override
    public void run() {
        whole.run();
    }

    @Override
    public void runForward() {
        forward.run();
    }

    /** The parameters that learn, in the order in which they lie. */
    public List<NodeId> learned() {
        return learned;
    }

    /** The memory of the parameters that learn. */
    public Row parameters() {
        return parameters;
    }

    /** The memory of their gradients, in the same order. */
    public Row parameterGradients() {
        return gradients.ofLearned();
    }

    /** The steps of the plan that each kernel does, in the order in which they run; what is not needed is not there. */
    public List<List<Step>> covered() {
        return whole.covered();
    }

    @Override
    Optional<Buffer> findGradient(Source source) {
        return gradients.find(source);
    }

    private static List<Stage> forward(Bindings bindings) {
        ExecutionPlan plan = bindings.plan();
        List<Stage> stages = new ArrayList<>();
        for (NodeId id : plan.order()) {
            if (plan.graph().type(id).values().isEmpty()) {
                stages.add(Stage.of(new Step.Forward(id), bindings.forward(id)));
            }
        }
        return stages;
    }
}

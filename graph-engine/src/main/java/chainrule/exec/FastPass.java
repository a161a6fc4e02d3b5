package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Memory;
import chainrule.kernel.Row;
import chainrule.op.ValueProblem;
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
    private final List<Stage> stages;
    private final Kernel[] kernels;
    private final int forwardKernels;

    private FastPass(Bindings bindings, List<NodeId> learned, Row parameters, FastGradients gradients) {
        super(bindings);
        this.learned = learned;
        this.parameters = parameters;
        this.gradients = gradients;
        List<Stage> all = new ArrayList<>(forward(bindings));
        this.forwardKernels = all.size();
        all.addAll(gradients.stages());
        this.stages = List.copyOf(all);
        this.kernels = all.stream().map(Stage::kernel).toArray(Kernel[]::new);
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
        run(kernels.length);
    }

    @Override
    public void runForward() {
        run(forwardKernels);
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
        return stages.stream().map(Stage::steps).toList();
    }

    @Override
    Optional<Buffer> findGradient(Source source) {
        return gradients.find(source);
    }

    private void run(int end) {
        int at = 0;
        try {
            for (; at < end; at++) {
                kernels[at].run();
            }
        } catch (ValueProblem found) {
            throw problem(stages.get(at).steps().get(0).node(), found);
        }
    }

    private static List<Stage> forward(Bindings bindings) {
        ExecutionPlan plan = bindings.plan();
        return plan.order().stream()
                .filter(id -> plan.graph().type(id).values().isEmpty())
                .map(id -> Stage.of(new Step.Forward(id), bindings.forward(id)))
                .toList();
    }
}

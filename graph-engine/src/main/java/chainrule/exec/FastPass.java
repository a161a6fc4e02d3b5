package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Engine;
import chainrule.kernel.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fast pass of a plan, for training: the same rules as in the observed pass, but only the gradients that lead to a
 * parameter that learns, and contributions added up where the sum lies. What depends on no such parameter is computed
 * once. Parameters that learn lie one after the other, and so do their gradients. Running allocates nothing.
 *
 * <p>Gradients take turns in memory with each other and with values that are not needed any more: after {@link #run} the
 * root, the parameters and their gradients are there to be read, after {@link #runForward} every value.
 */
public final class FastPass extends Pass {
    private final Learned learned;
    private final FastGradients gradients;
    private final Schedule constant;
    private final Schedule forward;
    private final Schedule whole;
    private boolean stale = true;

    private FastPass(Bindings bindings, Learned learned, Set<NodeId> constants, FastGradients gradients) {
        super(bindings);
        this.learned = learned;
        this.gradients = gradients;
        List<Stage> fixed = new ArrayList<>();
        List<Stage> moving = new ArrayList<>();
        for (NodeId id : plan().order()) {
            if (plan().graph().type(id).values().isEmpty()) {
                Stage stage = Stage.of(new Step.Forward(id), bindings.forward(id));
                (constants.contains(id) ? fixed : moving).add(stage);
            }
        }
        this.constant = new Schedule(Fusion.fused(fixed));
        List<Stage> turned = TurnedWeights.of(moving, bindings::allocate, matrix -> bindings.isSource(matrix.buffer()));
        this.forward = new Schedule(Fusion.fused(turned));
        List<Stage> all = new ArrayList<>(turned);
        all.addAll(gradients.stages());
        this.whole = new Schedule(Fusion.fused(all));
        bindings.settle();
    }

    /**
     * A fast pass over a plan.
     *
     * @param learned the parameters whose gradients are wanted; each must have one in the plan
     */
    public static FastPass of(ExecutionPlan plan, Collection<NodeId> learned) {
        return of(plan, learned, Engine.standard());
    }

    /** A fast pass that a chosen engine computes. */
    public static FastPass of(ExecutionPlan plan, Collection<NodeId> learned, Engine engine) {
        return bound(plan, learned, Footprint.checked(plan, () -> planned(plan, learned), engine));
    }

    /**
     * The bytes that a fast pass will take by loops, what its rules need in between included; nothing is allocated.
     *
     * @param learned the parameters whose gradients are wanted
     */
    public static long planned(ExecutionPlan plan, Collection<NodeId> learned) {
        return Footprint.planned(plan, counting -> bound(plan, learned, counting));
    }

    private static FastPass bound(ExecutionPlan plan, Collection<NodeId> learned, Placement placement) {
        Set<NodeId> wanted = Set.copyOf(learned);
        List<NodeId> nodes = plan.order().stream().filter(wanted::contains).toList();
        Learned rows = Learned.placed(placement, nodes);
        SharedWeights.place(placement, nodes);
        Needs needs = new Needs(plan, nodes);
        Set<NodeId> constants = new Constants(plan, nodes).nodes();
        placement.share(Lives.of(plan, needs.pulled(), constants));
        Bindings bindings = new Bindings(placement);
        return new FastPass(bindings, rows, constants, new FastGradients(bindings, placement, needs));
    }

    @Override
    public void run() {
        settle();
        whole.run(stop());
    }

    @Override
    public void runForward() {
        settle();
        forward.run(stop());
    }

    @Override
    public Buffer overwritten(Source source) {
        stale = true;
        return super.overwritten(source);
    }

    /** The parameters that learn, in the order in which they lie. */
    public List<NodeId> learned() {
        return learned.nodes();
    }

    /** The memory of the parameters that learn. */
    public Row parameters() {
        return learned.values();
    }

    /** The memory of their gradients, in the same order. */
    public Row parameterGradients() {
        return learned.gradients();
    }

    /** The steps of the plan that each kernel does, in the order in which they run; what is not needed is not there. */
    public List<List<Step>> covered() {
        List<List<Step>> all = new ArrayList<>(constant.covered());
        all.addAll(whole.covered());
        return all;
    }

    /** Bytes that this pass has taken, what its rules need in between included. */
    public long bytes() {
        return bindings().bytes();
    }

    @Override
    Optional<Buffer> findGradient(Source source) {
        return learned.has(source.node()) ? gradients.find(source) : Optional.empty();
    }

    /** Computes what stays the same until a source is overwritten. */
    private void settle() {
        if (stale) {
            constant.run(stop());
            stale = false;
        }
    }
}

package chainrule.exec;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.Optional;

/** The derivative of one node's output with respect to one of its inputs, at the values of a finished forward pass. */
public final class LocalDerivative {
    /** Output and input may have at most this many elements each. */
    public static final int MOST = 64;

    private final EdgeRule rule;

    private LocalDerivative(EdgeRule rule) {
        this.rule = rule;
    }

    /**
     * A number where both are scalars, else the Jacobian with one row per output element and one column per input
     * element, both row-major; empty where either is too large, no gradient passes, or several outputs have one.
     */
    public static Optional<Tensor> at(Workspace workspace, Slot slot) {
        return workspace.local(slot).map(local -> local.rule.jacobian());
    }

    /** Binds the derivative of a slot; empty where there is none to show. */
    static Optional<LocalDerivative> bind(Workspace workspace, Slot slot) {
        ExecutionPlan plan = workspace.plan();
        Optional<Source> output = plan.soleGradient(slot.node());
        if (output.isEmpty() || !plan.pulled().contains(slot)) {
            return Optional.empty();
        }
        boolean large = plan.shape(plan.feeding(slot)).size() > MOST
                || plan.shape(output.get()).size() > MOST;
        return large ? Optional.empty() : Optional.of(new LocalDerivative(new EdgeRule(workspace, slot, output.get())));
    }
}

package chainrule.exec;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The derivative of one node's output with respect to one of its inputs, at the values of a finished forward pass. */
public final class LocalDerivative {
    /** Output and input may have at most this many elements each. */
    public static final int MOST = 64;

    private final Buffer upstream;
    private final Buffer result;
    private final Kernel kernel;

    private LocalDerivative(Workspace workspace, Slot slot, Source output) {
        ExecutionPlan plan = workspace.plan();
        this.upstream = workspace.allocate(plan.shape(output));
        this.result = workspace.allocate(plan.shape(plan.feeding(slot)));
        this.kernel = workspace.bindings().vjpAside(slot, Map.of(output.port(), upstream), result);
    }

    /**
     * A number where both are scalars, else the Jacobian with one row per output element and one column per input
     * element, both row-major; empty where either is too large, no gradient passes, or several outputs have one.
     */
    public static Optional<Tensor> at(Workspace workspace, Slot slot) {
        return workspace.local(slot).map(LocalDerivative::jacobian);
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
        return large ? Optional.empty() : Optional.of(new LocalDerivative(workspace, slot, output.get()));
    }

    private Tensor jacobian() {
        int rows = (int) upstream.size();
        int columns = (int) result.size();
        double[] jacobian = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            upstream.fill(0);
            upstream.set(row, 1);
            kernel.run();
            for (int column = 0; column < columns; column++) {
                jacobian[row * columns + column] = result.get(column);
            }
        }
        boolean scalars = upstream.shape().isScalar() && result.shape().isScalar();
        return Tensor.of(scalars ? Shape.scalar() : Shape.of(rows, columns), jacobian);
    }
}

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

    private LocalDerivative() {}

    /**
     * A number where both are scalars, else the Jacobian with one row per output element and one column per input
     * element, both row-major; empty where either is too large, no gradient passes, or several outputs have one.
     */
    public static Optional<Tensor> at(Workspace workspace, Slot slot) {
        ExecutionPlan plan = workspace.plan();
        Optional<Source> output = plan.soleGradient(slot.node());
        if (output.isEmpty() || !plan.pulled().contains(slot)) {
            return Optional.empty();
        }
        Shape in = plan.shape(plan.feeding(slot));
        Shape out = plan.shape(output.get());
        if (in.size() > MOST || out.size() > MOST) {
            return Optional.empty();
        }
        int rows = (int) out.size();
        int columns = (int) in.size();
        double[] jacobian = new double[rows * columns];
        Buffer upstream = workspace.allocate(out);
        Buffer result = workspace.allocate(in);
        Kernel kernel = workspace.bindings().vjp(slot, Map.of(output.get().port(), upstream), result);
        for (int row = 0; row < rows; row++) {
            upstream.fill(0);
            upstream.set(row, 1);
            kernel.run();
            for (int column = 0; column < columns; column++) {
                jacobian[row * columns + column] = result.get(column);
            }
        }
        boolean scalars = in.isScalar() && out.isScalar();
        return Optional.of(Tensor.of(scalars ? Shape.scalar() : Shape.of(rows, columns), jacobian));
    }
}

package chainrule.exec;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a node does to a derivative that passes between one of its slots and one of its outputs, at the values of a
 * finished pass: it pulls a gradient back, and pushes a tangent forward. Both leave the pass as it is.
 */
public final class EdgeRule {
    private final Workspace workspace;
    private final Slot slot;
    private final Source output;
    private final Buffer upstream;
    private final Buffer result;
    private final Kernel pull;
    private @Nullable Push push;

    /** The tangent rule with the memory that it reads and writes. */
    private record Push(Buffer tangent, Buffer result, Kernel kernel) {}

    /**
     * @param workspace of a plan in which a gradient flows back along the edge into the slot
     * @param output of the slot's node
     */
    public EdgeRule(Workspace workspace, Slot slot, Source output) {
        ExecutionPlan plan = workspace.plan();
        if (!output.node().equals(slot.node()) || !plan.pulled().contains(slot)) {
            throw new IllegalArgumentException("no gradient flows from " + output + " back into " + slot);
        }
        this.workspace = workspace;
        this.slot = slot;
        this.output = output;
        this.upstream = workspace.allocate(plan.shape(output));
        this.result = workspace.allocate(plan.shape(plan.feeding(slot)));
        this.pull = workspace.bindings().vjpAside(slot, Map.of(output.port(), upstream), result);
    }

    /** What of an output's gradient comes back to the slot. */
    public Tensor pull(Tensor gradient) {
        upstream.load(gradient);
        pull.run();
        return result.snapshot();
    }

    /** How the output moves where the slot moves in a direction. */
    public Tensor push(Tensor direction) {
        Push bound = push;
        if (bound == null) {
            bound = bindPush();
            push = bound;
        }
        bound.tangent.load(direction);
        bound.kernel.run();
        return bound.result.snapshot();
    }

    /**
     * All local derivatives: a number where both are scalars, else one row per output element and one column per input
     * element, both row-major.
     */
    public Tensor jacobian() {
        int rows = (int) upstream.size();
        int columns = (int) result.size();
        double[] jacobian = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            upstream.fill(0);
            upstream.set(row, 1);
            pull.run();
            for (int column = 0; column < columns; column++) {
                jacobian[row * columns + column] = result.get(column);
            }
        }
        boolean scalars = upstream.shape().isScalar() && result.shape().isScalar();
        return Tensor.of(scalars ? Shape.scalar() : Shape.of(rows, columns), jacobian);
    }

    /** Whether all local derivatives are few enough to be shown. */
    public boolean isSmall() {
        return upstream.size() <= LocalDerivative.MOST && result.size() <= LocalDerivative.MOST;
    }

    private Push bindPush() {
        ExecutionPlan plan = workspace.plan();
        Buffer tangent = workspace.allocate(result.shape());
        Map<String, Buffer> results = new HashMap<>();
        for (OutPort port : plan.graph().type(slot.node()).outputs()) {
            results.put(port.name(), workspace.allocate(plan.shape(new Source(slot.node(), port.name()))));
        }
        Kernel kernel = workspace.bindings().jvp(slot, tangent, results);
        return new Push(tangent, Objects.requireNonNull(results.get(output.port())), kernel);
    }
}

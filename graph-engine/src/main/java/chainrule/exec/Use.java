package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.kernel.Buffer;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule of one node, bound to the buffers of a workspace. */
final class Use extends Binding {
    /**
     * What a derivative rule has beside its node.
     *
     * @param upstream gradient by output, or the tangent of the input under the name of the first output
     * @param results tangent by output, or the gradient of the input under the name of the first output
     */
    record Derivative(Map<String, Buffer> upstream, Map<String, Buffer> results, int index) {}

    private final Workspace workspace;
    private final NodeId node;
    private final @Nullable Derivative derivative;

    Use(Workspace workspace, NodeId node, @Nullable Derivative derivative) {
        this.workspace = workspace;
        this.node = node;
        this.derivative = derivative;
    }

    @Override
    public Buffer in(InPort port, int index) {
        return workspace.input(node, port.slot(index));
    }

    @Override
    public int count(InPort port) {
        return workspace.plan().graph().count(node, port);
    }

    @Override
    public Buffer out(OutPort port) {
        return workspace.output(node, port.name());
    }

    @Override
    public Buffer out() {
        return out(firstOutput());
    }

    @Override
    public Buffer grad() {
        return grad(firstOutput());
    }

    @Override
    public Buffer grad(OutPort port) {
        Buffer buffer = derivative().upstream().get(port.name());
        return buffer != null ? buffer : workspace.allocate(out(port).shape());
    }

    @Override
    public Buffer result() {
        return result(firstOutput());
    }

    @Override
    public Buffer result(OutPort port) {
        return Objects.requireNonNull(derivative().results().get(port.name()), port.name());
    }

    @Override
    public int index() {
        return derivative().index();
    }

    @Override
    public Buffer saved(String name) {
        return workspace.saved(node, name);
    }

    @Override
    public Settings settings() {
        return workspace.plan().graph().node(node).settings();
    }

    @Override
    public Buffer scratch(Shape shape) {
        return workspace.allocate(shape);
    }

    private OutPort firstOutput() {
        return workspace.plan().graph().type(node).outputs().get(0);
    }

    private Derivative derivative() {
        return Objects.requireNonNull(derivative, "a forward rule has no gradient");
    }
}

package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule of one node, bound to the buffers of a pass. */
final class Use extends Binding {
    /**
     * What a derivative rule has beside its node.
     *
     * @param upstream gradient by output, or the tangent of the input under the name of the first output
     * @param results tangent by output, or the gradient of the input under the name of the first output
     * @param prepared saved buffers to use instead of the node's own
     */
    record Derivative(
            Map<String, Buffer> upstream, Map<String, Buffer> results, int index, Map<String, Buffer> prepared) {}

    private final Bindings bindings;
    private final NodeId node;
    private final @Nullable Derivative derivative;

    Use(Bindings bindings, NodeId node, @Nullable Derivative derivative) {
        this.bindings = bindings;
        this.node = node;
        this.derivative = derivative;
    }

    @Override
    public Buffer in(InPort port, int index) {
        return bindings.input(node, port.slot(index));
    }

    @Override
    public int count(InPort port) {
        return bindings.plan().graph().count(node, port);
    }

    @Override
    public Buffer out(OutPort port) {
        return bindings.value(new Source(node, port.name()));
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
        return buffer != null ? buffer : bindings.zeros(out(port).shape());
    }

    @Override
    public boolean comesBack(OutPort port) {
        return derivative().upstream().containsKey(port.name());
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
        Buffer own = derivative == null ? null : derivative.prepared().get(name);
        return own != null ? own : bindings.saved(node, name);
    }

    @Override
    public Settings settings() {
        return bindings.plan().graph().node(node).settings();
    }

    @Override
    public Buffer scratch(Shape shape) {
        return bindings.allocate(shape);
    }

    private OutPort firstOutput() {
        return bindings.plan().graph().type(node).outputs().get(0);
    }

    private Derivative derivative() {
        return Objects.requireNonNull(derivative, "a forward rule has no gradient");
    }
}

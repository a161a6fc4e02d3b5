package chainrule.exec;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jacobian-vector products: how every output changes when a source moves in one direction. Runs on the values of a
 * finished forward pass (forward accumulation; Griewank and Walther 2008, chapter 3).
 */
public final class ForwardMode {
    private final Workspace workspace;
    private final ExecutionPlan plan;
    private final Map<Source, Buffer> tangents = new LinkedHashMap<>();
    private final Buffer start;
    private final List<Kernel> kernels = new ArrayList<>();

    /**
     * @param source the output that moves
     * @param direction how it moves, of its shape
     */
    public ForwardMode(Workspace workspace, Source source, Tensor direction) {
        this.workspace = workspace;
        this.plan = workspace.plan();
        this.start = workspace.allocate(plan.shape(source));
        start.load(direction);
        tangents.put(source, start);
        for (NodeId id : plan.order()) {
            if (!id.equals(source.node())) {
                bind(id);
            }
        }
    }

    /** Moves the source in another direction. */
    public void turn(Tensor direction) {
        start.load(direction);
    }

    /** Computes every tangent; outputs that do not depend on the source have none. */
    public Map<Source, Tensor> run() {
        kernels.forEach(Kernel::run);
        Map<Source, Tensor> result = new HashMap<>();
        tangents.forEach((source, buffer) -> result.put(source, buffer.snapshot()));
        return result;
    }

    private void bind(NodeId id) {
        NodeType type = plan.graph().type(id);
        for (Edge edge : plan.graph().into(id)) {
            Buffer tangent = tangents.get(edge.from());
            InPort port = type.input(edge.to().port()).orElseThrow();
            if (tangent != null && Workspace.passesTangent(type, port)) {
                Map<String, Buffer> parts = new LinkedHashMap<>();
                for (OutPort out : type.outputs()) {
                    parts.put(out.name(), workspace.allocate(plan.shape(new Source(id, out.name()))));
                }
                kernels.add(workspace.bindings().jvp(edge.to(), tangent, parts));
                parts.forEach((out, part) -> add(new Source(id, out), part));
            }
        }
    }

    private void add(Source source, Buffer part) {
        Buffer sum = tangents.putIfAbsent(source, part);
        if (sum != null) {
            kernels.add(Kernels.accumulate(part, sum));
        }
    }
}

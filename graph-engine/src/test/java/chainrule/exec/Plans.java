package chainrule.exec;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Example;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles graphs that tests know to be right. */
public final class Plans {
    public static final long BUDGET = 256L << 20;

    private static final NodeId NODE = NodeId.of("node");

    private Plans() {}

    /** Every node type that computes something. */
    public static Stream<NodeType> computingTypes() {
        return StandardCatalog.create().types().stream()
                .filter(type -> type.values().isEmpty());
    }

    /** A graph of one node, whose inputs are parameters: halves, or zeros where whole numbers are wanted. */
    public static Graph graph(NodeType type, Example example) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        example.shapes().forEach((slot, shape) -> {
            boolean integer = type.input(slot).orElseThrow().integer();
            Tensor value = Tensor.filled(shape, integer ? 0 : 0.5);
            nodes.add(Node.of("at_" + slot, ParamNode.TYPE, Settings.of(ParamNode.VALUE, value)));
            edges.add(new Edge(Source.of(NodeId.of("at_" + slot)), new Slot(NODE, slot)));
        });
        nodes.add(Node.of(NODE.name(), type, example.settings()));
        return Graph.of(nodes, edges);
    }

    public static ExecutionPlan of(Graph graph) {
        return of(graph, Precision.DOUBLE);
    }

    public static ExecutionPlan of(Graph graph, Precision precision) {
        Compilation compilation = ExecutionPlan.compile(graph, precision, BUDGET);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.plan();
        }
        throw new AssertionError(((Compilation.Rejected) compilation).problems());
    }
}

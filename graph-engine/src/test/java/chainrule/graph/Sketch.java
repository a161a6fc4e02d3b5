package chainrule.graph;

import chainrule.catalog.StandardCatalog;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Draws small graphs for tests, one call a node: the order of the calls is the order of creation. */
public final class Sketch {
    private final Catalog catalog = StandardCatalog.create();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** A scalar parameter, or a vector where several numbers are given. */
    public Sketch param(String id, double... values) {
        Tensor value = values.length == 1 ? Tensor.scalar(values[0]) : Tensor.vector(values);
        return source(id, "param", value);
    }

    public Sketch source(String id, String type, Tensor value) {
        Literal literal = value.shape().isScalar() ? new Literal.Number(value.item()) : new Literal.Numbers(value);
        nodes.add(Node.of(id, catalog.get(type), Settings.none().with("value", literal)));
        return this;
    }

    public Sketch matrix(String id, int rows, double... values) {
        return source(id, "param", Tensor.of(Shape.of(rows, values.length / rows), values));
    }

    /** A node fed by other nodes, port by port; {@code node.port} names another output than the first. */
    public Sketch node(String id, String type, String... from) {
        return node(id, type, Settings.none(), from);
    }

    public Sketch node(String id, String type, Settings settings, String... from) {
        NodeType kind = catalog.get(type);
        nodes.add(Node.of(id, kind, settings));
        for (int i = 0; i < from.length; i++) {
            InPort port = kind.inputs().get(Math.min(i, kind.inputs().size() - 1));
            String[] source = from[i].split("\\.", 2);
            Source begin =
                    source.length == 2 ? new Source(NodeId.of(source[0]), source[1]) : Source.of(NodeId.of(source[0]));
            edges.add(new Edge(begin, Slot.of(id, port.slot(i))));
        }
        return this;
    }

    public Graph graph() {
        return Graph.of(nodes, edges);
    }

    /** The two-path graph: c = a + b, d = b + 1, e = c · d, at a = 2, b = 1. */
    public static Graph twoPaths() {
        return new Sketch()
                .param("a", 2)
                .param("b", 1)
                .node("c", "add", "a", "b")
                .node("d", "shift", Settings.none().with("offset", new Literal.Number(1)), "b")
                .node("e", "mul", "c", "d")
                .graph();
    }
}

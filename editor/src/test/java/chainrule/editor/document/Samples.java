package chainrule.editor.document;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Connect;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;

/** Documents for tests, built by the commands that the editor uses. */
public final class Samples {
    public static final Catalog CATALOG = StandardCatalog.create();

    private Samples() {}

    /** A parameter with a number, at a place. */
    public static AddNode param(String id, double value, double x, double y) {
        Settings settings = Settings.none().with("value", new Literal.Number(value));
        return new AddNode(Node.of(id, CATALOG.get("param"), settings), new Point(x, y));
    }

    public static AddNode node(String id, String type, double x, double y) {
        return new AddNode(Node.of(id, CATALOG.get(type)), new Point(x, y));
    }

    public static Connect connect(String from, String node, String port) {
        return new Connect(Source.of(NodeId.of(from)), Slot.of(node, port));
    }

    /** p = a · b at a = 2, b = 3. */
    public static Document product() {
        Document document = Document.untitled();
        document = param("a", 2, 40, 40).applied(document);
        document = param("b", 3, 40, 180).applied(document);
        document = node("p", "mul", 300, 100).applied(document);
        document = connect("a", "p", "a").applied(document);
        return connect("b", "p", "b").applied(document);
    }

    /** A sequence of two numbers a step through an LSTM with 3 hidden numbers, and the mean of its states. */
    public static Document sequence(int steps) {
        double[] numbers = new double[2 * steps];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.sin(i + 1);
        }
        Literal values = new Literal.Numbers(Tensor.of(Shape.of(steps, 2), numbers));
        Document document = Document.untitled();
        Settings input = Settings.none().with("value", values);
        document = new AddNode(Node.of("x", CATALOG.get("input"), input), new Point(0, 0)).applied(document);
        Settings hidden = Settings.none().with("hidden", new Literal.Number(3));
        document = new AddNode(Node.of("lstm", CATALOG.get("lstm"), hidden), new Point(300, 0)).applied(document);
        document = node("loss", "mean", 600, 0).applied(document);
        document = connect("x", "lstm", "x").applied(document);
        return connect("lstm", "loss", "x").applied(document);
    }

    /** A number times a weight, and 2 more. */
    public static Document chain() {
        Graph graph = Graph.of(
                List.of(
                        Node.of("x", CATALOG.get("input"), Settings.none().with("value", 3)),
                        Node.of("w", CATALOG.get("param"), Settings.none().with("value", 0.5)),
                        Node.of("m", CATALOG.get("mul")),
                        Node.of("s", CATALOG.get("shift"), Settings.none().with("offset", 2))),
                List.of(
                        new Edge(Source.of(NodeId.of("x")), Slot.of("m", "a")),
                        new Edge(Source.of(NodeId.of("w")), Slot.of("m", "b")),
                        new Edge(Source.of(NodeId.of("m")), Slot.of("s", "x"))));
        return Document.untitled().with(graph);
    }
}

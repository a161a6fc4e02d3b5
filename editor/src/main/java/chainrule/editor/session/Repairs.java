package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.command.Repair;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What could be put into an edge so that the shapes on its two sides fit: a transpose, a flatten, a reshape, a dense
 * layer. Each is tried on the graph, and only what helps is offered.
 */
public final class Repairs {
    private static final Phrases WORDS = Phrases.of(Repairs.class);
    private static final int MOST = 6;
    private static final double SPACING = 30;
    private static final double BELOW = 130;
    private static final double CARD = 176;

    private final Document document;
    private final Validation validation;
    private final Catalog catalog;
    private final Edge edge;
    private final Shape shape;
    private final List<Repair> found = new ArrayList<>();

    private Repairs(Document document, Validation validation, Catalog catalog, Edge edge) {
        this.document = document;
        this.validation = validation;
        this.catalog = catalog;
        this.edge = edge;
        this.shape = Optional.ofNullable(validation.shapes().get(edge.from())).orElse(Shape.scalar());
    }

    /** The slots of a node that an edge leads into, where the shapes do not fit. */
    public static List<Slot> broken(Document document, Validation validation, NodeId node) {
        boolean misfit = validation.problems().stream().anyMatch(p -> misfit(p, node, document.graph()));
        return misfit ? document.graph().into(node).stream().map(Edge::to).toList() : List.of();
    }

    /** The repairs of the edge into a slot, best first; empty where nothing is broken, or nothing helps. */
    public static List<Repair> of(Document document, Validation validation, Catalog catalog, Slot slot) {
        Optional<Edge> edge = document.graph().into(slot);
        boolean broken = validation.problems().stream().anyMatch(p -> misfit(p, slot.node(), document.graph()));
        if (edge.isEmpty()
                || !broken
                || !validation.shapes().containsKey(edge.get().from())) {
            return List.of();
        }
        Repairs repairs = new Repairs(document, validation, catalog, edge.get());
        repairs.search();
        return repairs.found.subList(0, Math.min(MOST, repairs.found.size()));
    }

    private static boolean misfit(Problem problem, NodeId node, Graph graph) {
        return node.equals(problem.node()) && !problem.isOpenIn(graph);
    }

    private void search() {
        if (shape.rank() > 1) {
            insert("transpose", Settings.none(), WORDS.text("repair.transpose"));
            insert("flatten", Settings.none(), WORDS.text("repair.flatten"));
            insert("flatten", Settings.none().with("start", new Literal.Number(1)), WORDS.text("repair.flatten1"));
        }
        for (Shape wanted : neighbours()) {
            if (wanted.size() == shape.size()) {
                reshape(wanted);
            }
        }
        if (shape.rank() == 1) {
            reshape(Shape.of(shape.dim(0), 1));
            reshape(Shape.of(1, shape.dim(0)));
        }
        if (!shape.isScalar()) {
            Set<Integer> lengths = new LinkedHashSet<>();
            neighbours()
                    .forEach(n -> lengths.addAll(Arrays.stream(n.dims()).boxed().toList()));
            lengths.stream().filter(n -> n != shape.dim(-1)).forEach(this::dense);
        }
    }

    /** The shapes that lead into the other inputs of the node. */
    private Set<Shape> neighbours() {
        Set<Shape> shapes = new LinkedHashSet<>();
        for (Edge other : document.graph().into(edge.to().node())) {
            Shape known = validation.shapes().get(other.from());
            if (known != null && !other.equals(edge)) {
                shapes.add(known);
            }
        }
        return shapes;
    }

    private void reshape(Shape wanted) {
        if (!wanted.equals(shape)) {
            insert("reshape", Settings.none().with("shape", lengths(wanted)), WORDS.text("repair.reshape", wanted));
        }
    }

    private void insert(String type, Settings settings, String words) {
        NodeId id = document.freeId(type);
        Node node = Node.of(id.name(), catalog.get(type), settings);
        Slot input = new Slot(id, node.type().inputs().get(0).slot(0));
        propose(
                words,
                List.of(node),
                List.of(between(0)),
                List.of(new Edge(edge.from(), input), new Edge(Source.of(id), edge.to())));
    }

    /** A dense layer with weights of its own. */
    private void dense(int outputs) {
        NodeId id = document.freeId("linear");
        NodeId weights = document.freeId("W");
        Settings drawn = Settings.none()
                .with("init", new Literal.Text("xavier_uniform"))
                .with("shape", lengths(Shape.of(outputs, shape.dim(-1))));
        propose(
                WORDS.text("repair.dense", outputs),
                List.of(
                        Node.of(weights.name(), catalog.get("param"), drawn),
                        Node.of(id.name(), catalog.get("linear"))),
                List.of(between(BELOW).plus(-CARD - SPACING, 0), between(0)),
                List.of(
                        new Edge(Source.of(weights), new Slot(id, "W")),
                        new Edge(edge.from(), new Slot(id, "x")),
                        new Edge(Source.of(id), edge.to())));
    }

    /** Kept where the node then has no problem any more. */
    private void propose(String words, List<Node> nodes, List<Point> at, List<Edge> edges) {
        Repair repair = new Repair(WORDS.text("repair.insert", words, edge.to()), nodes, at, edges);
        Graph repaired = repair.applied(document).graph();
        Set<NodeId> concerned = new LinkedHashSet<>(Set.of(edge.to().node()));
        nodes.forEach(n -> concerned.add(n.id()));
        boolean left = Validation.of(repaired).problems().stream()
                .anyMatch(p -> concerned.stream().anyMatch(id -> misfit(p, id, repaired)));
        if (!left) {
            found.add(repair);
        }
    }

    /** In the middle between the two nodes of the edge. */
    private Point between(double down) {
        Point from = document.at(edge.from().node());
        Point to = document.at(edge.to().node());
        return new Point(Math.rint((from.x() + to.x()) / 2), Math.rint((from.y() + to.y()) / 2 + down));
    }

    private static Literal lengths(Shape shape) {
        return new Literal.Numbers(
                Tensor.vector(Arrays.stream(shape.dims()).asDoubleStream().toArray()));
    }
}

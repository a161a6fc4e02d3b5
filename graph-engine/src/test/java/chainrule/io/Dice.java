package chainrule.io;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.train.Part;
import chainrule.train.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws files, and the graphs in them. */
public final class Dice {
    static final Catalog CATALOG = StandardCatalog.create();

    private final Random random;
    private final List<NodeType> types = List.copyOf(CATALOG.types());

    public Dice(long seed) {
        random = new Random(seed);
    }

    GraphFile file(int size) {
        Graph graph = graph(size);
        List<NodeId> ids = graph.nodes().stream().map(Node::id).toList();
        Map<Slot, List<Point>> via = new LinkedHashMap<>();
        graph.edges().stream().filter(e -> random.nextInt(4) == 0).forEach(e -> via.put(e.to(), List.of(point())));
        return new GraphFile(
                word(),
                Precision.values()[random.nextInt(2)],
                graph,
                new Layout(places(ids), via, looks(ids)),
                random.nextBoolean() ? null : training(ids),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Frame("f", word(), point(), point(), word(), List.copyOf(some(ids)))),
                random.nextBoolean() ? List.of() : List.of(new Note("n", word(), point(), point())),
                Map.of(),
                random.nextBoolean(),
                extras(ids));
    }

    private Map<NodeId, Look> looks(List<NodeId> ids) {
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        some(ids)
                .forEach(id -> looks.put(
                        id, new Look(random.nextBoolean(), random.nextBoolean(), word(), random.nextInt(7) - 3)));
        return looks;
    }

    public Graph graph(int size) {
        Graph graph = Graph.empty();
        for (int i = 0; i < size; i++) {
            NodeType type = types.get(random.nextInt(types.size()));
            Node node = Node.of("n" + i, type, settings()).withLabel(random.nextBoolean() ? "" : word());
            List<Node> before = List.copyOf(graph.nodes());
            graph = graph.with(node);
            for (InPort port : type.inputs()) {
                for (int k = 0; k <= (port.variadic() ? random.nextInt(3) : 0) && !before.isEmpty(); k++) {
                    Node from = before.get(random.nextInt(before.size()));
                    List<OutPort> outputs = from.type().outputs();
                    OutPort out = outputs.get(random.nextInt(outputs.size()));
                    graph = graph.connected(new Source(from.id(), out.name()), new Slot(node.id(), port.slot(k)));
                }
            }
        }
        return random.nextBoolean() && size > 0 ? graph.rooted(NodeId.of("n" + random.nextInt(size))) : graph;
    }

    private Settings settings() {
        Map<String, Literal> literals = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            literals.put(word() + i, literal());
        }
        return new Settings(literals);
    }

    private Literal literal() {
        return switch (random.nextInt(7)) {
            case 0 -> new Literal.Number(number());
            case 1 -> new Literal.Flag(random.nextBoolean());
            case 2 -> new Literal.Text(word());
            case 3 -> new Literal.Words(random.nextBoolean() ? List.of() : List.of(word(), word()));
            case 4 -> new Literal.Nothing();
            case 5 -> new Literal.Odd("[[1], [2, 3]]", "a ragged list");
            default -> {
                Shape shape = Shape.of(1 + random.nextInt(2), 1 + random.nextInt(3));
                yield new Literal.Numbers(Tensor.filled(shape, 0).map(zero -> number()));
            }
        };
    }

    private double number() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(100) - 50;
            case 1 -> random.nextGaussian();
            case 2 ->
                List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e22)
                        .get(random.nextInt(5));
            case 3 -> (double) random.nextLong();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private String word() {
        String letters = "aZ \"\\\n\u0001é😀×→_";
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(6); i > 0; i--) {
            word.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, random.nextInt(11))));
        }
        return word.toString();
    }

    private Point point() {
        return new Point(random.nextInt(1000), random.nextInt(1000) / 8.0);
    }

    private Training training(List<NodeId> ids) {
        return new Training(
                part("lr"),
                part("gamma"),
                random.nextBoolean() ? null : Part.of("", Map.of("max_norm", random.nextDouble())),
                random.nextInt(999),
                List.copyOf(some(ids)),
                json());
    }

    private Part part(String number) {
        return new Part(word(), Map.of(number, random.nextDouble()), json());
    }

    private Map<NodeId, Point> places(List<NodeId> ids) {
        Map<NodeId, Point> at = new LinkedHashMap<>();
        some(ids).forEach(id -> at.put(id, point()));
        return at;
    }

    private Set<NodeId> some(List<NodeId> ids) {
        List<NodeId> some = new ArrayList<>(ids);
        some.removeIf(id -> random.nextBoolean());
        return new LinkedHashSet<>(some);
    }

    private Extras extras(List<NodeId> ids) {
        Map<NodeId, Map<String, String>> nodes = new LinkedHashMap<>();
        some(ids).forEach(id -> nodes.put(id, Map.of("mood", "true")));
        return new Extras(json(), nodes, Map.of());
    }

    private Map<String, String> json() {
        return random.nextBoolean() ? Map.of() : Map.of("future", "{\"a\": [1, 2.5, null], \"b\": {}}");
    }
}

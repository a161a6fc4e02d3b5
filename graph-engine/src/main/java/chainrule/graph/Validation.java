package chainrule.graph;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.SettingProblem;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be said of a graph before anything is computed: the shape of every output that can be inferred, and every
 * mistake with its place.
 *
 * @param shapes by output, of the nodes that have no mistake and depend on none
 * @param problems in topological order
 */
public record Validation(Map<Source, Shape> shapes, List<Problem> problems) {
    private static final Phrases WORDS = Phrases.of(Validation.class);

    /** Most elements that one array may have. */
    public static final long MOST_ELEMENTS = Integer.MAX_VALUE;

    public Validation {
        shapes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        problems = List.copyOf(problems);
    }

    /** What can be said of a graph after an edit, knowing what could be said before it. */
    public Validation after(Graph before, Graph edited) {
        return problems.isEmpty() && Revision.between(before, edited, shapes).isPresent() ? this : of(edited);
    }

    /** Muted nodes are left out: they have no shapes and no mistakes. */
    public static Validation of(Graph drawn) {
        Graph graph = drawn.unmuted();
        Map<Source, Shape> shapes = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        Map<NodeId, List<Edge>> edges = new HashMap<>();
        graph.edges().forEach(e -> edges.computeIfAbsent(e.to().node(), k -> new ArrayList<>())
                .add(e));
        for (NodeId id : graph.topological()) {
            Node node = graph.node(id);
            List<Problem> own = own(node, edges.getOrDefault(id, List.of()));
            problems.addAll(own);
            if (own.isEmpty()) {
                infer(graph, node, edges.getOrDefault(id, List.of()), shapes, problems);
            }
        }
        rootProblem(graph).ifPresent(problems::add);
        return new Validation(shapes, problems);
    }

    /** The mistakes of a node that can be told without the shapes that reach it. */
    static List<Problem> own(Node node, List<Edge> edges) {
        NodeType type = node.type();
        if (type.unknown()) {
            return List.of(
                    Problem.at(node.id(), WORDS.text("validation.typeWhichVersionDoesNot", node.id(), type.id())));
        }
        List<Problem> problems = new ArrayList<>();
        node.settings().literals().forEach((name, literal) -> settingProblem(node, name)
                .ifPresent(problems::add));
        Set<String> slots = edges.stream().map(e -> e.to().port()).collect(Collectors.toSet());
        for (InPort port : type.inputs()) {
            long count = slots.stream().filter(s -> port.indexOf(s).isPresent()).count();
            if (count == 0 && !port.optional()) {
                problems.add(Problem.at(
                        new Slot(node.id(), port.slot(0)),
                        WORDS.text("validation.inputNotConnected", port.slot(0), node.id())));
            }
            for (int i = 0; i < count && port.variadic(); i++) {
                if (!slots.contains(port.slot(i))) {
                    problems.add(Problem.at(
                            new Slot(node.id(), port.slot(i)),
                            WORDS.text("validation.inputsHaveGapNotConnected", node.id(), port.slot(i))));
                    break;
                }
            }
        }
        return problems;
    }

    private static Optional<Problem> settingProblem(Node node, String name) {
        Optional<Param<?>> param = node.type().param(name);
        if (param.isEmpty()) {
            String known = String.join(
                    ", ", node.type().params().stream().map(Param::name).toList());
            return Optional.of(Problem.at(
                    node.id(),
                    known.isEmpty()
                            ? WORDS.text(
                                    "validation.butNoSettings",
                                    node.id(),
                                    name,
                                    node.type().id())
                            : WORDS.text(
                                    "validation.whichDoesNotKnow",
                                    node.id(),
                                    name,
                                    node.type().id(),
                                    known)));
        }
        try {
            node.settings().read(param.get());
            return Optional.empty();
        } catch (SettingProblem problem) {
            return Optional.of(
                    Problem.at(node.id(), WORDS.text("validation.settingOf", name, node.id(), problem.predicate())));
        }
    }

    private static void infer(
            Graph graph, Node node, List<Edge> edges, Map<Source, Shape> shapes, List<Problem> problems) {
        Map<String, Shape> inputs = new HashMap<>();
        for (Edge edge : edges) {
            Shape shape = shapes.get(edge.from());
            if (shape == null) {
                absent(graph, edge, shapes).ifPresent(problems::add);
                return;
            }
            inputs.put(edge.to().port(), shape);
        }
        try {
            Map<OutPort, Shape> inferred = node.type().shapes(new Shapes(inputs, node.settings()));
            for (OutPort port : node.type().outputs()) {
                Shape shape = inferred.get(port);
                if (shape != null && shape.size() > MOST_ELEMENTS) {
                    throw tooLarge(shape);
                }
                if (shape != null) {
                    shapes.put(new Source(node.id(), port.name()), shape);
                }
            }
        } catch (ShapeProblem problem) {
            problems.add(new Problem(node.id(), problem.slot(), problem.sentence()));
        } catch (ArithmeticException overflow) {
            problems.add(Problem.at(node.id(), WORDS.text("validation.wouldHaveMoreElementsThan", node.id())));
        }
    }

    /** The problem of an edge from an output that its node does not give with its settings, though it gives others. */
    private static Optional<Problem> absent(Graph graph, Edge edge, Map<Source, Shape> shapes) {
        NodeId from = edge.from().node();
        boolean others =
                graph.type(from).outputs().stream().anyMatch(port -> shapes.containsKey(new Source(from, port.name())));
        return others
                ? Optional.of(Problem.at(
                        edge.to(),
                        WORDS.text(
                                "validation.givesNoItsSettings",
                                from,
                                edge.from().port())))
                : Optional.empty();
    }

    private static ShapeProblem tooLarge(Shape shape) {
        return new ShapeProblem(
                null, WORDS.text("validation.arrayElementsAtMostAre", shape, shape.size(), MOST_ELEMENTS));
    }

    private static Optional<Problem> rootProblem(Graph graph) {
        return graph.chosenRoot()
                .filter(root -> !graph.has(root))
                .map(root -> Problem.of(WORDS.text("validation.rootThereNoSuchNode", root)));
    }
}

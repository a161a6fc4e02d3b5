package chainrule.editor.session;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.kernel.Kernel;
import chainrule.op.Category;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is inside a node, as a graph: its parts under their paths, and a node for each input and output of the whole,
 * where values come in and go out.
 *
 * @param path the node that is opened
 * @param entrances the nodes that stand for inputs
 * @param exits the nodes that stand for outputs, and the outputs of the opened node that they are
 * @param shapes of every output
 * @param cells the nodes on the way here, this one included, that are opened only on demand
 */
public record Interior(
        NodeId path,
        Graph graph,
        Map<NodeId, Entrance> entrances,
        Map<NodeId, Source> exits,
        Map<Source, Shape> shapes,
        Set<NodeId> cells) {
    /** What an input of an opened node is fed by. */
    public record Entrance(Slot slot, Source from) {}

    static final InPort IN = InPort.of("in");

    private static final NodeType INPUT = border("input", "Input").build();
    private static final NodeType OUTPUT =
            border("output", "Output").inputs(IN).blocked(IN, "it only shows").build();

    public Interior {
        entrances = Collections.unmodifiableMap(new LinkedHashMap<>(entrances));
        exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
        shapes = Map.copyOf(shapes);
        cells = Set.copyOf(cells);
    }

    /**
     * The inside of the node of a path.
     *
     * @throws ShapeProblem where it cannot be opened, with a sentence that says why
     */
    static Interior of(Graph graph, Validation validation, NodeId path) {
        return new Digging(path).from(graph, validation);
    }

    /** Whether there is something inside nodes of a type; a bypassed one only hands on. */
    public static boolean opens(NodeType type) {
        return type.opens() && type.presence() == Presence.ACTIVE;
    }

    /** Whether a node stands for an input or output of the whole. */
    public boolean isBorder(NodeId node) {
        return entrances.containsKey(node) || exits.containsKey(node);
    }

    private static chainrule.op.NodeTypeBuilder border(String id, String label) {
        return NodeType.named(id)
                .label(label)
                .category(Category.UNKNOWN)
                .shapes(in -> Map.of())
                .forward("", k -> Kernel.nothing());
    }

    /** Goes down a path, opening one node after the other. */
    private static final class Digging {
        private final NodeId path;
        private final Set<NodeId> cells = new java.util.LinkedHashSet<>();
        private final Map<String, Source> feeds = new LinkedHashMap<>();
        private final Map<String, Shape> reaching = new LinkedHashMap<>();

        Digging(NodeId path) {
            this.path = path;
        }

        Interior from(Graph graph, Validation validation) {
            Node node = graph.find(path.top()).orElseThrow(() -> problem("There is no node %s.", path.top()));
            for (Edge edge : graph.into(node.id())) {
                Shape shape = validation.shapes().get(edge.from());
                if (shape != null) {
                    feeds.put(edge.to().port(), edge.from());
                    reaching.put(edge.to().port(), shape);
                }
            }
            checkInputs(node.type());
            NodeId at = path.top();
            Parts parts = opened(at, node.type(), node.settings());
            while (!at.equals(path)) {
                Parts.Part part = step(parts, at);
                at = at.child(part.name());
                parts = opened(at, part.type(), part.settings());
            }
            return new Drawing(path, parts, feeds, reaching).interior(cells);
        }

        private void checkInputs(NodeType type) {
            for (InPort port : type.inputs()) {
                if (!port.optional() && !reaching.containsKey(port.slot(0))) {
                    throw problem(
                            "%s cannot be opened yet: what is inside depends on what reaches %s.",
                            path.top(), port.name());
                }
            }
        }

        /** Goes to the next part of the path; what feeds it takes the place of what feeds the node around it. */
        private Parts.Part step(Parts parts, NodeId at) {
            String rest = path.from(at);
            int end = rest.indexOf('/');
            String name = end < 0 ? rest : rest.substring(0, end);
            Parts.Part part = parts.parts().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> problem("There is no %s inside %s.", name, at));
            Map<String, Source> outer = Map.copyOf(feeds);
            feeds.clear();
            reaching.clear();
            for (Parts.Wire wire : parts.into(name)) {
                feeds.put(wire.slot(), Drawing.source(at, wire.from(), outer));
                reaching.put(wire.slot(), parts.shape(wire.from()));
            }
            return part;
        }

        private Parts opened(NodeId at, NodeType type, Settings settings) {
            if (!opens(type)) {
                throw problem("%s has nothing inside: it is computed as a whole.", at);
            }
            if (!type.block()) {
                cells.add(at);
            }
            return type.parts(new Shapes(reaching, settings)).orElseThrow();
        }

        private static ShapeProblem problem(String sentence, Object... words) {
            return new ShapeProblem(null, sentence.formatted(words));
        }
    }

    /** Draws the parts of one node as a graph. */
    private static final class Drawing {
        private final NodeId path;
        private final Parts parts;
        private final Map<String, Source> feeds;
        private final Map<String, Shape> reaching;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Map<Source, Shape> shapes = new LinkedHashMap<>();
        private final Map<String, NodeId> names = new LinkedHashMap<>();
        private final Map<NodeId, Entrance> entrances = new LinkedHashMap<>();
        private final Map<NodeId, Source> exits = new LinkedHashMap<>();

        Drawing(NodeId path, Parts parts, Map<String, Source> feeds, Map<String, Shape> reaching) {
            this.path = path;
            this.parts = parts;
            this.feeds = feeds;
            this.reaching = reaching;
        }

        Interior interior(Set<NodeId> cells) {
            parts.parts().forEach(part -> names.put(part.name(), path.child(part.name())));
            feeds.keySet().forEach(this::entrance);
            parts.parts().forEach(this::part);
            parts.outputs().forEach(this::exit);
            return new Interior(path, Graph.of(nodes, edges), entrances, exits, shapes, cells);
        }

        private void entrance(String slot) {
            NodeId id = free(slot, "-in");
            nodes.add(new Node(id, INPUT, Settings.none(), ""));
            Source feeding = java.util.Objects.requireNonNull(feeds.get(slot));
            entrances.put(id, new Entrance(new Slot(path, slot), feeding));
            shapes.put(Source.of(id), java.util.Objects.requireNonNull(reaching.get(slot)));
        }

        private void part(Parts.Part part) {
            NodeId id = path.child(part.name());
            nodes.add(new Node(id, part.type(), part.settings(), ""));
            for (OutPort port : part.type().outputs()) {
                shape(new Parts.End.Inner(part.name(), port.name()))
                        .ifPresent(shape -> shapes.put(new Source(id, port.name()), shape));
            }
            for (Parts.Wire wire : parts.into(part.name())) {
                edges.add(new Edge(shown(wire.from()), new Slot(id, wire.slot())));
            }
        }

        private void exit(String port, Parts.End end) {
            NodeId id = free(port, "-out");
            nodes.add(new Node(id, OUTPUT, Settings.none(), ""));
            edges.add(new Edge(shown(end), new Slot(id, IN.name())));
            exits.put(id, new Source(path, port));
            shapes.put(Source.of(id), parts.shape(end));
        }

        private Optional<Shape> shape(Parts.End end) {
            try {
                return Optional.of(parts.shape(end));
            } catch (IllegalArgumentException notGiven) {
                return Optional.empty();
            }
        }

        /** The output of the drawing that an end is. */
        private Source shown(Parts.End end) {
            if (end instanceof Parts.End.Outer outer) {
                return entrances.entrySet().stream()
                        .filter(e -> e.getValue().slot().port().equals(outer.slot()))
                        .map(e -> Source.of(e.getKey()))
                        .findFirst()
                        .orElseThrow();
            }
            return source(path, end, Map.of());
        }

        private NodeId free(String name, String suffix) {
            String free = name;
            while (names.containsKey(free)) {
                free += suffix;
            }
            NodeId id = path.child(free);
            names.put(free, id);
            return id;
        }

        private static Source source(NodeId path, Parts.End end, Map<String, Source> feeds) {
            if (end instanceof Parts.End.Inner inner) {
                return new Source(path.child(inner.part()), inner.port());
            }
            return java.util.Objects.requireNonNull(feeds.get(((Parts.End.Outer) end).slot()));
        }
    }
}

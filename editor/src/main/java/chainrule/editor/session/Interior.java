package chainrule.editor.session;

import chainrule.editor.document.Border;
import chainrule.editor.document.Draft;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    /**
     * An input of an opened node.
     *
     * @param from what it is fed by; null where nothing feeds it
     */
    public record Entrance(Slot slot, @Nullable Source from) {}

    public Interior {
        entrances = Collections.unmodifiableMap(new LinkedHashMap<>(entrances));
        exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
        shapes = Map.copyOf(shapes);
        cells = Set.copyOf(cells);
    }

    /**
     * The inside of a node that is computed.
     *
     * @throws ShapeProblem where it cannot be opened, with a sentence that says why
     */
    static Interior of(Dug node) {
        Set<NodeId> cells = new LinkedHashSet<>(node.cells());
        Parts parts = node.parts();
        if (!node.type().block()) {
            cells.add(node.path());
        }
        return new Drawing(node, parts).interior(cells);
    }

    /**
     * The inside of a block that is edited.
     *
     * @param draft of the block, under the path
     * @param node what is known of it where it can be computed
     */
    static Interior of(Draft draft, NodeId path, Optional<Dug> node, Map<Source, Shape> shapes) {
        Map<NodeId, Entrance> entrances = new LinkedHashMap<>();
        draft.entrances()
                .forEach((id, port) -> entrances.put(
                        id,
                        new Entrance(
                                new Slot(path, port),
                                node.map(n -> n.feeds().get(port)).orElse(null))));
        Map<NodeId, Source> exits = new LinkedHashMap<>();
        draft.exits().forEach((id, port) -> exits.put(id, new Source(path, port)));
        return new Interior(
                path,
                draft.document().graph(),
                entrances,
                exits,
                shapes,
                node.map(Dug::cells).orElse(Set.of()));
    }

    /** Whether there is something inside nodes of a type; a bypassed one only hands on. */
    public static boolean opens(NodeType type) {
        return type.opens() && type.presence() == Presence.ACTIVE;
    }

    /** Whether a node stands for an input or output of the whole. */
    public boolean isBorder(NodeId node) {
        return entrances.containsKey(node) || exits.containsKey(node);
    }

    /** Draws the parts of one node as a graph. */
    private static final class Drawing {
        private final Dug whole;
        private final NodeId path;
        private final Parts parts;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Map<Source, Shape> shapes = new LinkedHashMap<>();
        private final Map<String, NodeId> names = new LinkedHashMap<>();
        private final Map<NodeId, Entrance> entrances = new LinkedHashMap<>();
        private final Map<NodeId, Source> exits = new LinkedHashMap<>();

        Drawing(Dug whole, Parts parts) {
            this.whole = whole;
            this.path = whole.path();
            this.parts = parts;
        }

        Interior interior(Set<NodeId> cells) {
            parts.parts().forEach(part -> names.put(part.name(), path.child(part.name())));
            whole.feeds().keySet().forEach(this::entrance);
            parts.parts().forEach(this::part);
            parts.outputs().forEach(this::exit);
            return new Interior(path, Graph.of(nodes, edges), entrances, exits, shapes, cells);
        }

        private void entrance(String slot) {
            NodeId id = free(slot, "-in");
            nodes.add(new Node(id, Border.INPUT, Settings.none(), ""));
            Source feeding = java.util.Objects.requireNonNull(whole.feeds().get(slot));
            entrances.put(id, new Entrance(new Slot(path, slot), feeding));
            shapes.put(
                    Source.of(id),
                    java.util.Objects.requireNonNull(whole.reaching().get(slot)));
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
            nodes.add(new Node(id, Border.OUTPUT, Settings.none(), ""));
            edges.add(new Edge(shown(end), new Slot(id, Border.IN.name())));
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
            return whole.source(end);
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
    }
}

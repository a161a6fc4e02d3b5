package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.command.AddFragment;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.session.Selection;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.InPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What can be done to the selection of a canvas. */
public final class CanvasEdits {
    private static final double ASIDE = 40;

    private final GraphCanvas canvas;

    public CanvasEdits(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Deletes what is selected. */
    public void delete() {
        Selection selection = canvas.selection();
        if (!selection.isEmpty()) {
            canvas.perform(new Delete(selection.nodes(), selection.edges()));
        }
    }

    public void selectAll() {
        Set<NodeId> nodes = new LinkedHashSet<>();
        canvas.document().graph().nodes().forEach(n -> nodes.add(n.id()));
        canvas.selection().select(nodes, Set.of());
    }

    /** Copies the selected nodes beside themselves, with the edges among them, and selects the copies. */
    public void duplicate() {
        Document document = canvas.document();
        Map<NodeId, NodeId> names = names(document, canvas.selection().nodes());
        if (names.isEmpty()) {
            return;
        }
        List<Node> nodes = new ArrayList<>();
        List<Point> places = new ArrayList<>();
        names.forEach((from, to) -> {
            nodes.add(document.node(from).withId(to));
            places.add(document.at(from).plus(ASIDE, ASIDE));
        });
        List<Edge> edges = new ArrayList<>();
        names.keySet().forEach(id -> edges.addAll(edgesInto(document.graph(), id, names)));
        canvas.perform(new AddFragment("Duplicate", nodes, places, edges));
        canvas.selection().select(new LinkedHashSet<>(names.values()), Set.of());
    }

    /** Moves the selected nodes; several nudges in a row are one step of undo. */
    public void nudge(double dx, double dy) {
        Set<NodeId> nodes = canvas.selection().nodes();
        if (!nodes.isEmpty()) {
            canvas.history().perform(new MoveNodes(nodes, dx, dy), "nudge " + nodes);
        }
    }

    /** Ends the gesture without a change; without one, selects nothing. */
    public void escape() {
        if (!canvas.gestures().abort()) {
            canvas.selection().clear();
        }
    }

    private static Map<NodeId, NodeId> names(Document document, Set<NodeId> chosen) {
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        Graph graph = document.graph();
        for (Node node : document.graph().nodes()) {
            if (chosen.contains(node.id())) {
                NodeId free = graph.freeId(node.id().name());
                names.put(node.id(), free);
                graph = graph.with(node.withId(free));
            }
        }
        return names;
    }

    /** The edges into the copy of a node; what is left of a variadic port's inputs is numbered without gaps. */
    private static List<Edge> edgesInto(Graph graph, NodeId id, Map<NodeId, NodeId> names) {
        NodeId to = Objects.requireNonNull(names.get(id));
        Map<InPort, Integer> next = new HashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : graph.into(id)) {
            NodeId from = names.get(edge.from().node());
            InPort port = graph.type(id).input(edge.to().port()).orElse(null);
            if (from != null && port != null) {
                int index = next.merge(port, 1, Integer::sum) - 1;
                edges.add(new Edge(new Source(from, edge.from().port()), new Slot(to, port.slot(index))));
            }
        }
        return edges;
    }
}

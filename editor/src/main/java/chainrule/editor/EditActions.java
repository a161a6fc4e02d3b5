package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.AddFragment;
import chainrule.editor.document.command.ChooseRoot;
import chainrule.editor.document.command.Delete;
import chainrule.editor.session.Selection;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Undo and redo, and what is done with the selection. */
final class EditActions {
    private static final double ASIDE = 24;

    private final History history;
    private final Selection selection;

    private EditActions(History history, Selection selection) {
        this.history = history;
        this.selection = selection;
    }

    static void addTo(Actions actions, History history, Selection selection) {
        EditActions edit = new EditActions(history, selection);
        edit.addSteps(actions);
        edit.addSelecting(actions);
        edit.addRoot(actions);
    }

    private void addSteps(Actions actions) {
        actions.add(EditorAction.of("edit.undo", "Undo", history::undo))
                .keys(Scope.WINDOW, "menu Z")
                .named(() ->
                        "Undo" + history.undoLabel().map(label -> " " + label).orElse(""))
                .unless(() -> reason(history.undoLabel().isEmpty(), "Nothing has been changed yet."));
        actions.add(EditorAction.of("edit.redo", "Redo", history::redo))
                .keys(Scope.WINDOW, "menu shift Z", "menu Y")
                .named(() ->
                        "Redo" + history.redoLabel().map(label -> " " + label).orElse(""))
                .unless(() -> reason(history.redoLabel().isEmpty(), "Nothing has been undone."));
    }

    private void addSelecting(Actions actions) {
        actions.add(EditorAction.of("edit.delete", "Delete", this::delete))
                .keys(Scope.CANVAS, "DELETE", "BACK_SPACE")
                .unless(() -> reason(selection.isEmpty(), "Nothing is selected."));
        actions.add(EditorAction.of("edit.duplicate", "Duplicate", this::duplicate))
                .keys(Scope.CANVAS, "menu D")
                .unless(() -> reason(selection.nodes().isEmpty(), "No node is selected."));
        actions.add(EditorAction.of("edit.selectAll", "Select all", this::selectAll))
                .keys(Scope.CANVAS, "menu A")
                .unless(() -> reason(graph().nodes().isEmpty(), "The graph is empty."));
        actions.add(EditorAction.of("edit.selectNone", "Select nothing", selection::clear))
                .keys(Scope.CANVAS, "menu shift A")
                .unless(() -> reason(selection.isEmpty(), "Nothing is selected."));
    }

    private void addRoot(Actions actions) {
        actions.add(EditorAction.of("edit.root", "Make root", this::makeRoot))
                .named(() -> selection
                        .onlyNode()
                        .map(node -> "Make " + node + " the root")
                        .orElse("Make root"))
                .unless(() -> selection
                        .onlyNode()
                        .map(node ->
                                reason(graph().chosenRoot().equals(Optional.of(node)), node + " is the root already."))
                        .orElse(Optional.of("Select one node: gradients start at the root.")));
        actions.add(EditorAction.of("edit.rootFree", "Choose root automatically", this::freeRoot))
                .unless(() -> reason(graph().chosenRoot().isEmpty(), "The root is chosen automatically already."));
    }

    private void delete() {
        history.perform(new Delete(selection.nodes(), selection.edges()));
    }

    private void makeRoot() {
        selection.onlyNode().ifPresent(node -> history.perform(new ChooseRoot(node)));
    }

    private void freeRoot() {
        history.perform(new ChooseRoot(null));
    }

    private void selectAll() {
        Set<NodeId> nodes = new LinkedHashSet<>();
        graph().nodes().forEach(node -> nodes.add(node.id()));
        Set<Slot> edges = new LinkedHashSet<>();
        graph().edges().forEach(edge -> edges.add(edge.to()));
        selection.select(nodes, edges);
    }

    /** Copies of the selected nodes a little aside, with the edges among them. */
    private void duplicate() {
        Document document = history.document();
        Graph naming = document.graph();
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        List<Point> places = new ArrayList<>();
        for (NodeId id : selection.nodes()) {
            NodeId free = naming.freeId(base(id.name()));
            Node copy = document.node(id).withId(free);
            naming = naming.with(copy);
            names.put(id, free);
            nodes.add(copy);
            places.add(document.at(id).plus(ASIDE, ASIDE));
        }
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : document.graph().edges()) {
            NodeId from = names.get(edge.from().node());
            NodeId to = names.get(edge.to().node());
            if (from != null && to != null) {
                edges.add(new Edge(
                        new Source(from, edge.from().port()),
                        new Slot(to, edge.to().port())));
            }
        }
        history.perform(new AddFragment("Duplicate", nodes, places, edges));
        selection.select(new LinkedHashSet<>(names.values()), Set.of());
    }

    /** A name without the number at its end, so that a copy of w2 is w3 and not w22. */
    private static String base(String name) {
        String bare = name.replaceAll("[0-9]+$", "");
        return bare.isEmpty() ? name : bare;
    }

    private Graph graph() {
        return history.document().graph();
    }

    private static Optional<String> reason(boolean holds, String sentence) {
        return holds ? Optional.of(sentence) : Optional.empty();
    }
}

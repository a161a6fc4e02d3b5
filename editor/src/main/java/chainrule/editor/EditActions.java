package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.CanvasEdits;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChooseRoot;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import java.util.Optional;
import java.util.function.Supplier;

/** Undo and redo, and what is done with the selection. */
final class EditActions {
    private final History history;
    private final Selection selection;
    private final CanvasEdits edits;
    private final GraphCanvas canvas;

    private EditActions(Workbench bench, GraphCanvas canvas) {
        this.history = bench.history();
        this.selection = bench.selection();
        this.canvas = canvas;
        this.edits = new CanvasEdits(canvas);
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas, Pasteboard pasteboard) {
        EditActions edit = new EditActions(bench, canvas);
        edit.addSteps(actions);
        edit.addClipboard(actions, pasteboard);
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
        HistoryPopup list = new HistoryPopup(history);
        actions.add(EditorAction.of("edit.history", "History …", () -> list.show(canvas)))
                .keys(Scope.WINDOW, "menu shift H")
                .unless(() -> reason(history.labels().isEmpty(), "Nothing has been changed yet."));
    }

    private void addClipboard(Actions actions, Pasteboard pasteboard) {
        Supplier<Optional<String>> noNode = () -> reason(
                selection.nodes().isEmpty() && selection.remarks().isEmpty(), "No node, frame or note is selected.");
        actions.add(EditorAction.of("edit.cut", "Cut", pasteboard::cut))
                .keys(Scope.CANVAS, "menu X", "shift DELETE")
                .unless(noNode);
        actions.add(EditorAction.of("edit.copy", "Copy", pasteboard::copy))
                .keys(Scope.CANVAS, "menu C", "menu INSERT")
                .unless(noNode);
        actions.add(EditorAction.of("edit.copyText", "Copy as text", pasteboard::copyText))
                .unless(noNode);
        actions.add(EditorAction.of("edit.paste", "Paste", pasteboard::paste))
                .keys(Scope.CANVAS, "menu V", "shift INSERT");
        actions.add(EditorAction.of("edit.pasteConnected", "Paste with incoming edges", pasteboard::pasteConnected))
                .keys(Scope.CANVAS, "menu shift V");
    }

    private void addSelecting(Actions actions) {
        actions.add(EditorAction.of("edit.delete", "Delete", edits::delete))
                .keys(Scope.CANVAS, "DELETE", "BACK_SPACE")
                .unless(() -> reason(selection.isEmpty(), "Nothing is selected."));
        actions.add(EditorAction.of("edit.duplicate", "Duplicate", edits::duplicate))
                .keys(Scope.CANVAS, "menu D")
                .unless(() -> reason(selection.nodes().isEmpty(), "No node is selected."));
        actions.add(EditorAction.of("edit.selectAll", "Select all", edits::selectAll))
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

    private void makeRoot() {
        selection.onlyNode().ifPresent(node -> history.perform(new ChooseRoot(node)));
    }

    private void freeRoot() {
        history.perform(new ChooseRoot(null));
    }

    private Graph graph() {
        return history.document().graph();
    }

    private static Optional<String> reason(boolean holds, String sentence) {
        return holds ? Optional.of(sentence) : Optional.empty();
    }
}

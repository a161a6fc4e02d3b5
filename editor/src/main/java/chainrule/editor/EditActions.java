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
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.function.Supplier;

/** Undo and redo, and what is done with the selection. */
final class EditActions {
    private static final Phrases WORDS = Phrases.of(EditActions.class);

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
        actions.add(EditorAction.of("edit.undo", WORDS.text("edit.undo"), history::undo))
                .keys(Scope.WINDOW, "menu Z")
                .named(() -> history.undoLabel()
                        .map(label -> WORDS.text("edit.undo.what", label))
                        .orElseGet(() -> WORDS.text("edit.undo")))
                .unless(() -> reason(history.undoLabel().isEmpty(), WORDS.text("edit.unchanged")));
        actions.add(EditorAction.of("edit.redo", WORDS.text("edit.redo"), history::redo))
                .keys(Scope.WINDOW, "menu shift Z", "menu Y")
                .named(() -> history.redoLabel()
                        .map(label -> WORDS.text("edit.redo.what", label))
                        .orElseGet(() -> WORDS.text("edit.redo")))
                .unless(() -> reason(history.redoLabel().isEmpty(), WORDS.text("edit.nothingUndone")));
        HistoryPopup list = new HistoryPopup(history);
        actions.add(EditorAction.of("edit.history", WORDS.text("edit.history"), () -> list.show(canvas)))
                .keys(Scope.WINDOW, "menu shift H")
                .unless(() -> reason(history.labels().isEmpty(), WORDS.text("edit.unchanged")));
    }

    private void addClipboard(Actions actions, Pasteboard pasteboard) {
        Supplier<Optional<String>> noNode =
                () -> reason(selection.nodes().isEmpty() && selection.remarks().isEmpty(), WORDS.text("edit.noPart"));
        actions.add(EditorAction.of("edit.cut", WORDS.text("edit.cut"), pasteboard::cut))
                .keys(Scope.CANVAS, "menu X", "shift DELETE")
                .unless(noNode);
        actions.add(EditorAction.of("edit.copy", WORDS.text("edit.copy"), pasteboard::copy))
                .keys(Scope.CANVAS, "menu C", "menu INSERT")
                .unless(noNode);
        actions.add(EditorAction.of("edit.copyText", WORDS.text("edit.copyText"), pasteboard::copyText))
                .unless(noNode);
        actions.add(EditorAction.of("edit.paste", WORDS.text("edit.paste"), pasteboard::paste))
                .keys(Scope.CANVAS, "menu V", "shift INSERT");
        actions.add(EditorAction.of(
                        "edit.pasteConnected", WORDS.text("edit.pasteConnected"), pasteboard::pasteConnected))
                .keys(Scope.CANVAS, "menu shift V");
    }

    private void addSelecting(Actions actions) {
        actions.add(EditorAction.of("edit.delete", WORDS.text("edit.delete"), edits::delete))
                .keys(Scope.CANVAS, "DELETE", "BACK_SPACE")
                .unless(() -> reason(selection.isEmpty(), WORDS.text("edit.nothingSelected")));
        actions.add(EditorAction.of("edit.duplicate", WORDS.text("edit.duplicate"), edits::duplicate))
                .keys(Scope.CANVAS, "menu D")
                .unless(() -> reason(selection.nodes().isEmpty(), WORDS.text("edit.noNode")));
        actions.add(EditorAction.of("edit.selectAll", WORDS.text("edit.selectAll"), edits::selectAll))
                .keys(Scope.CANVAS, "menu A")
                .unless(() -> reason(graph().nodes().isEmpty(), WORDS.text("edit.emptyGraph")));
        actions.add(EditorAction.of("edit.selectNone", WORDS.text("edit.selectNone"), selection::clear))
                .keys(Scope.CANVAS, "menu shift A")
                .unless(() -> reason(selection.isEmpty(), WORDS.text("edit.nothingSelected")));
    }

    private void addRoot(Actions actions) {
        actions.add(EditorAction.of("edit.root", WORDS.text("edit.root"), this::makeRoot))
                .named(() -> selection
                        .onlyNode()
                        .map(node -> WORDS.text("edit.root.node", node))
                        .orElse(WORDS.text("edit.root")))
                .unless(() -> selection
                        .onlyNode()
                        .map(node -> reason(
                                graph().chosenRoot().equals(Optional.of(node)), WORDS.text("edit.root.already", node)))
                        .orElse(Optional.of(WORDS.text("edit.root.none"))));
        actions.add(EditorAction.of("edit.rootFree", WORDS.text("edit.rootFree"), this::freeRoot))
                .unless(() -> reason(graph().chosenRoot().isEmpty(), WORDS.text("edit.rootFree.already")));
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

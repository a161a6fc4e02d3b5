package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.inspector.InspectorPanel;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.function.Supplier;

/** Adding a node, and what is done to the selected one in the inspector. */
final class NodeActions {
    private static final Phrases WORDS = Phrases.of(NodeActions.class);

    private NodeActions() {}

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas, InspectorPanel inspector) {
        Selection selection = bench.selection();
        Supplier<Optional<String>> oneNode =
                () -> selection.onlyNode().isPresent() ? Optional.empty() : Optional.of(WORDS.text("node.one"));
        actions.add(EditorAction.of("edit.add", WORDS.text("edit.add"), canvas.asking()::addAtPointer))
                .keys(Scope.CANVAS, "TAB", "shift A", "ctrl SPACE");
        actions.add(EditorAction.of("edit.connect", WORDS.text("edit.connect"), new Connecting(bench, canvas)::ask))
                .keys(Scope.CANVAS, "W")
                .unless(oneNode);
        actions.add(EditorAction.of("edit.rename", WORDS.text("edit.rename"), inspector::editName))
                .keys(Scope.WINDOW, "F2")
                .unless(oneNode);
        actions.add(EditorAction.of("help.node", WORDS.text("help.node"), inspector::showHelp))
                .keys(Scope.WINDOW, "F1")
                .unless(oneNode);
    }
}

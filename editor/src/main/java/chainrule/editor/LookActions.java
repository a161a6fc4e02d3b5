package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Command;
import chainrule.editor.document.Pins;
import chainrule.editor.document.command.ColorNodes;
import chainrule.editor.document.command.LockFile;
import chainrule.editor.document.command.Pin;
import chainrule.editor.document.command.Raise;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Tint;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How nodes look and lie: colour, label, in front or behind, pinned; and whether the graph is only to be read. */
final class LookActions {
    private static final Phrases WORDS = Phrases.of(LookActions.class);

    private final Workbench bench;

    private LookActions(Workbench bench) {
        this.bench = bench;
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        LookActions look = new LookActions(bench);
        look.add(actions, "look.front", nodes -> new Raise(nodes, true)).keys(Scope.CANVAS, "shift PAGE_UP");
        look.add(actions, "look.back", nodes -> new Raise(nodes, false)).keys(Scope.CANVAS, "shift PAGE_DOWN");
        look.add(actions, "look.pin", nodes -> new Pin(nodes, !look.pinned()))
                .keys(Scope.CANVAS, "P")
                .chosenWhen(look::pinned);
        for (String color : colors()) {
            look.add(actions, "look.color." + color, nodes -> new ColorNodes(nodes, color))
                    .chosenWhen(() -> look.colored(color));
        }
        look.add(actions, "look.color.none", nodes -> new ColorNodes(nodes, "")).chosenWhen(() -> look.colored(""));
        actions.add(EditorAction.of("look.label", WORDS.text("look.label"), () -> bench.selection()
                        .onlyNode()
                        .ifPresent(node -> {
                            if (!canvas.refuses()) {
                                canvas.label(node);
                            }
                        })))
                .keys(Scope.CANVAS, "L")
                .unless(() -> bench.selection().onlyNode().isPresent()
                        ? Optional.empty()
                        : Optional.of(WORDS.text("node.one")));
        actions.add(EditorAction.of("edit.lock", WORDS.text("edit.lock"), () -> bench.history()
                        .perform(new LockFile(!look.locked()))))
                .chosenWhen(look::locked);
    }

    /** The ids of the entries of a menu of colours. */
    static String[] menu() {
        List<String> ids = new ArrayList<>(List.of("look.color.none", ""));
        colors().forEach(color -> ids.add("look.color." + color));
        return ids.toArray(String[]::new);
    }

    private static List<String> colors() {
        return List.of(Tint.values()).stream().map(Tint::word).toList();
    }

    private EditorAction add(Actions actions, String id, Function<Set<NodeId>, Command> edit) {
        return actions.add(EditorAction.of(id, WORDS.text(id), () -> bench.perform(edit.apply(nodes()))))
                .unless(() -> nodes().isEmpty() ? Optional.of(WORDS.text("edit.noNode")) : Optional.empty());
    }

    private Set<NodeId> nodes() {
        return bench.selection().nodes();
    }

    private boolean pinned() {
        return !nodes().isEmpty() && nodes().stream().allMatch(new Pins(bench.document())::has);
    }

    private boolean colored(String word) {
        Layout layout = bench.document().layout();
        return !nodes().isEmpty()
                && nodes().stream().allMatch(id -> layout.look(id).color().equals(word));
    }

    private boolean locked() {
        return bench.history().document().file().locked();
    }
}

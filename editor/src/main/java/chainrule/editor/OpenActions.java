package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.command.Unpack;
import chainrule.editor.session.Interior;
import chainrule.editor.session.Showing;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Going into nodes and out again; what edits is off where what is shown cannot be changed. */
final class OpenActions {
    private static final Phrases WORDS = Phrases.of(OpenActions.class);

    /** The beginnings of the ids of actions that change what is shown. */
    private static final List<String> EDITING = List.of(
            "arrange.",
            "look.",
            "edit.cut",
            "edit.paste",
            "edit.add",
            "edit.connect",
            "edit.repair",
            "edit.rename",
            "edit.duplicate",
            "edit.delete",
            "edit.detach",
            "block.");

    /** The beginnings of the ids of actions that change a whole graph only. */
    private static final List<String> OUTSIDE =
            List.of("node.pack", "node.unpack", "node.bypass", "node.mute", "node.hold", "remark.", "edit.root");

    private final Workbench bench;

    private OpenActions(Workbench bench) {
        this.bench = bench;
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        OpenActions open = new OpenActions(bench);
        actions.add(EditorAction.of("node.open", WORDS.text("node.open"), () -> open.chosen()
                        .ifPresent(node -> canvas.open(node.id()))))
                .keys(Scope.CANVAS, "ENTER")
                .named(() -> open.chosen()
                        .map(node -> WORDS.text("node.open.it", node.id().last()))
                        .orElseGet(() -> WORDS.text("node.open")))
                .unless(open::whyNotOpen);
        actions.add(EditorAction.of("node.unpack", WORDS.text("node.unpack"), () -> open.unpack(canvas)))
                .keys(Scope.CANVAS, "menu shift U")
                .named(() -> open.chosen()
                        .map(node -> WORDS.text("node.unpack.it", node.id().last()))
                        .orElseGet(() -> WORDS.text("node.unpack")))
                .unless(open::whyNotOpen);
        actions.add(EditorAction.of("node.leave", WORDS.text("node.leave"), bench.showing()::up))
                .keys(Scope.CANVAS, "U")
                .named(open::leaving)
                .unless(() -> open.showing().scope().isOutside()
                        ? Optional.of(WORDS.text("node.leave.none"))
                        : Optional.empty());
    }

    /** Switches off what edits where nothing can be changed. */
    static void guard(Actions actions, Showing showing) {
        Supplier<Optional<String>> refusal = showing::refusal;
        Supplier<Optional<String>> inside = () -> refusal.get()
                .or(() -> showing.scope().isOutside()
                        ? Optional.empty()
                        : Optional.of(WORDS.text("node.outside", showing.scope().inside())));
        for (EditorAction action : actions.all()) {
            if (action.id().startsWith("edit.copy")) {
                action.alsoUnless(() -> showing.shown().refusal());
            } else if (EDITING.stream().anyMatch(action.id()::startsWith)) {
                action.alsoUnless(refusal);
            } else if (OUTSIDE.stream().anyMatch(action.id()::startsWith)) {
                action.alsoUnless(inside);
            }
        }
    }

    /** Puts the parts of the selected node in its place, and selects them. */
    private void unpack(GraphCanvas canvas) {
        NodeId node = chosen().orElseThrow().id();
        Graph before = bench.history().document().graph();
        Optional<String> refusal = Unpack.refusal(bench.history().document(), node, bench.catalog());
        if (refusal.isPresent()) {
            canvas.say(refusal.get());
            return;
        }
        bench.history().perform(new Unpack(node, bench.catalog()));
        Set<NodeId> parts = new LinkedHashSet<>();
        bench.history().document().graph().nodes().stream()
                .map(Node::id)
                .filter(id -> !before.has(id))
                .forEach(parts::add);
        bench.selection().select(parts, Set.of());
        canvas.camera().fitSelection();
    }

    private Optional<Node> chosen() {
        return bench.selection().onlyNode().flatMap(showing().document().graph()::find);
    }

    private Optional<String> whyNotOpen() {
        Optional<Node> node = chosen();
        if (node.isEmpty()) {
            return Optional.of(WORDS.text("node.open.one"));
        }
        return Interior.opens(node.get().type())
                ? Optional.empty()
                : Optional.of(WORDS.text("node.open.plain", node.get().id()));
    }

    private String leaving() {
        NodeId inside = showing().scope().inside();
        return inside == null ? WORDS.text("node.leave") : WORDS.text("node.leave.it", inside.last());
    }

    private Showing showing() {
        return bench.showing();
    }
}

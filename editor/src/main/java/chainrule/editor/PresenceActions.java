package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.History;
import chainrule.editor.document.command.TakePart;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.op.Presence;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Bypassing and muting: taking nodes out of the computation without taking them off the canvas. */
final class PresenceActions {
    private static final Phrases WORDS = Phrases.of(PresenceActions.class);

    private final History history;
    private final Selection selection;

    private PresenceActions(Workbench bench) {
        this.history = bench.history();
        this.selection = bench.selection();
    }

    static void addTo(Actions actions, Workbench bench) {
        PresenceActions presence = new PresenceActions(bench);
        actions.add(EditorAction.of("node.bypass", WORDS.text("node.bypass"), () -> presence.toggle(Presence.BYPASSED)))
                .keys(Scope.CANVAS, "menu B")
                .chosenWhen(() -> presence.all(Presence.BYPASSED))
                .unless(presence::whyNoBypass);
        actions.add(EditorAction.of("node.mute", WORDS.text("node.mute"), () -> presence.toggle(Presence.MUTED)))
                .keys(Scope.CANVAS, "menu M")
                .chosenWhen(() -> presence.all(Presence.MUTED))
                .unless(presence::noNode);
    }

    private void toggle(Presence wanted) {
        history.perform(new TakePart(nodes(), all(wanted) ? Presence.ACTIVE : wanted));
    }

    private boolean all(Presence presence) {
        return !nodes().isEmpty()
                && nodes().stream()
                        .allMatch(id -> graph().has(id) && graph().type(id).presence() == presence);
    }

    private Optional<String> noNode() {
        return nodes().isEmpty() ? Optional.of(WORDS.text("edit.noNode")) : Optional.empty();
    }

    /** The engine is asked what it would say of the bypassed nodes. */
    private Optional<String> whyNoBypass() {
        if (nodes().isEmpty() || all(Presence.BYPASSED)) {
            return noNode();
        }
        Optional<NodeId> source = nodes().stream()
                .filter(id -> graph().type(id).inputs().isEmpty())
                .findFirst();
        if (source.isPresent()) {
            return Optional.of(WORDS.text("node.bypass.source", source.get()));
        }
        Graph bypassed = new TakePart(nodes(), Presence.BYPASSED)
                .applied(history.document())
                .graph();
        return Validation.of(bypassed).problems().stream()
                .filter(p -> p.node() != null && nodes().contains(p.node()))
                .map(Problem::sentence)
                .findFirst();
    }

    /** The selected nodes that the graph has: just after an edit the selection may hold others. */
    private Set<NodeId> nodes() {
        Set<NodeId> nodes = new LinkedHashSet<>(selection.nodes());
        nodes.removeIf(id -> !graph().has(id));
        return nodes;
    }

    private Graph graph() {
        return history.document().graph();
    }
}

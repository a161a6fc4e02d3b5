package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.History;
import chainrule.editor.document.command.Hold;
import chainrule.editor.document.command.TakePart;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.op.Held;
import chainrule.op.Presence;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bypassing, muting and holding: taking nodes out of the computation without taking them off the canvas. */
final class PresenceActions {
    private static final Phrases WORDS = Phrases.of(PresenceActions.class);

    private final Workbench bench;
    private final History history;
    private final Selection selection;

    private PresenceActions(Workbench bench) {
        this.bench = bench;
        this.history = bench.history();
        this.selection = bench.selection();
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        PresenceActions presence = new PresenceActions(bench);
        actions.add(EditorAction.of("node.bypass", WORDS.text("node.bypass"), () -> presence.toggle(Presence.BYPASSED)))
                .keys(Scope.CANVAS, "menu B")
                .chosenWhen(() -> presence.all(Presence.BYPASSED))
                .unless(presence::whyNoBypass);
        actions.add(EditorAction.of("node.mute", WORDS.text("node.mute"), () -> presence.toggle(Presence.MUTED)))
                .keys(Scope.CANVAS, "menu M")
                .chosenWhen(() -> presence.all(Presence.MUTED))
                .unless(presence::noNode);
        actions.add(EditorAction.of("node.hold", WORDS.text("node.hold"), presence::hold))
                .keys(Scope.CANVAS, "menu shift B")
                .chosenWhen(() -> presence.all(Presence.HELD))
                .unless(presence::whyNoHold);
        actions.add(EditorAction.of("node.holdAt", WORDS.text("node.holdAt"), () -> canvas.pointing()
                        .hold(presence.nodes().iterator().next())))
                .unless(presence::whyNoHoldAt);
    }

    /** Holds the nodes at what they give out now, or lets them compute again. */
    private void hold() {
        if (all(Presence.HELD)) {
            history.perform(new TakePart(nodes(), Presence.ACTIVE));
            return;
        }
        Map<NodeId, Tensor> values = new LinkedHashMap<>();
        nodes().forEach(node -> value(node).ifPresent(value -> values.put(node, value)));
        history.perform(new Hold(values));
    }

    private Optional<Tensor> value(NodeId node) {
        Trace trace = bench.evaluator().current().trace();
        return trace == null || bench.evaluator().current().stale()
                ? Optional.empty()
                : trace.view(trace.passSteps()).value(node);
    }

    private Optional<String> whyNoHold() {
        if (all(Presence.HELD)) {
            return Optional.empty();
        }
        return whyNeverHeld().or(() -> nodes().stream()
                .filter(node -> value(node).isEmpty())
                .findFirst()
                .map(node -> WORDS.text("node.hold.noValue", node)));
    }

    private Optional<String> whyNoHoldAt() {
        return nodes().size() > 1 ? Optional.of(WORDS.text("node.hold.one")) : whyNeverHeld();
    }

    private Optional<String> whyNeverHeld() {
        return noNode().or(() -> nodes().stream()
                .flatMap(node -> Held.refusal(graph().type(node)).stream())
                .findFirst());
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

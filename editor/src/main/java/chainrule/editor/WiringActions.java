package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Command;
import chainrule.editor.document.command.DeleteReconnecting;
import chainrule.editor.document.command.Detach;
import chainrule.editor.session.Reach;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Showing;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is done along the wires of the selected nodes: selecting what they reach, taking nodes out, connecting. */
final class WiringActions {
    private static final Phrases WORDS = Phrases.of(WiringActions.class);

    private final Selection selection;
    private final Showing showing;
    private final Supplier<Optional<String>> noNode;

    private WiringActions(Workbench bench) {
        this.selection = bench.selection();
        this.showing = bench.showing();
        this.noNode = () -> selection.nodes().isEmpty() ? Optional.of(WORDS.text("edit.noNode")) : Optional.empty();
    }

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        WiringActions wiring = new WiringActions(bench);
        wiring.addTakingOut(actions);
        wiring.addReaching(actions);
        addRepairing(actions, new Repairing(bench, canvas));
    }

    private static void addRepairing(Actions actions, Repairing repairing) {
        actions.add(EditorAction.of("edit.repair", WORDS.text("edit.repair"), repairing::offer))
                .keys(Scope.CANVAS, "menu R")
                .unless(repairing::whyNot);
    }

    private void addTakingOut(Actions actions) {
        actions.add(EditorAction.of(
                        "edit.deleteReconnect",
                        WORDS.text("edit.deleteReconnect"),
                        () -> perform(DeleteReconnecting::new)))
                .keys(Scope.CANVAS, "menu DELETE", "menu BACK_SPACE")
                .unless(noNode);
        actions.add(EditorAction.of("edit.detach", WORDS.text("edit.detach"), () -> perform(Detach::new)))
                .keys(Scope.CANVAS, "menu shift D")
                .unless(() -> noNode.get().or(this::unconnected));
    }

    private void addReaching(Actions actions) {
        actions.add(EditorAction.of("select.upstream", WORDS.text("select.upstream"), () -> extend(Reach::upstream)))
                .keys(Scope.CANVAS, "menu LEFT")
                .unless(noNode);
        actions.add(EditorAction.of(
                        "select.downstream", WORDS.text("select.downstream"), () -> extend(Reach::downstream)))
                .keys(Scope.CANVAS, "menu RIGHT")
                .unless(noNode);
        actions.add(EditorAction.of("select.connected", WORDS.text("select.connected"), () -> extend(Reach::connected)))
                .keys(Scope.CANVAS, "menu shift C")
                .unless(noNode);
    }

    private Optional<String> unconnected() {
        Set<NodeId> nodes = selection.nodes();
        boolean joined = graph().edges().stream()
                .anyMatch(e -> nodes.contains(e.from().node()) != nodes.contains(e.to().node()));
        return joined ? Optional.empty() : Optional.of(WORDS.text("edit.detach.none"));
    }

    private void perform(Function<Set<NodeId>, Command> command) {
        showing.perform(command.apply(selection.nodes()));
    }

    private void extend(BiFunction<Graph, Set<NodeId>, Set<NodeId>> reach) {
        selection.select(reach.apply(graph(), selection.nodes()), Set.of());
    }

    private Graph graph() {
        return showing.document().graph();
    }
}

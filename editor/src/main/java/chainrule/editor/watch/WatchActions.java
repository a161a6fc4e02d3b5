package chainrule.editor.watch;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Breaks;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.Watches;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import java.util.Optional;

/** Breakpoints and watches at what is selected, as actions. */
public final class WatchActions {
    private final Workbench bench;
    private final Scrubber scrubber;
    private final Watches watches;
    private final Runnable shown;

    private WatchActions(Workbench bench, Scrubber scrubber, Watches watches, Runnable shown) {
        this.bench = bench;
        this.scrubber = scrubber;
        this.watches = watches;
        this.shown = shown;
    }

    /**
     * Adds the actions.
     *
     * @param shown called when something is watched, so that it can be seen
     */
    public static void addTo(Actions actions, Workbench bench, Scrubber scrubber, Watches watches, Runnable shown) {
        new WatchActions(bench, scrubber, watches, shown).addTo(actions);
        bench.breaks().onChange(actions::refresh);
        watches.onChange(actions::refresh);
    }

    private void addTo(Actions actions) {
        actions.add(EditorAction.of(
                        "break.toggle", "Breakpoint", () -> selected().ifPresent(bench.breaks()::toggle)))
                .keys(Scope.WINDOW, "menu F12")
                .named(() ->
                        selected().filter(bench.breaks()::has).isPresent() ? "Remove breakpoint" : "Set breakpoint")
                .unless(() -> selected().isPresent()
                        ? Optional.empty()
                        : Optional.of("Select one node or one edge to stop at."));
        actions.add(EditorAction.of("break.next", "Go to the next breakpoint", () -> scrubber.toBreak(bench.breaks())))
                .keys(Scope.WINDOW, "menu shift F12")
                .unless(() -> bench.stepper()
                                .cursor()
                                .filter(c -> bench.breaks().next(c).isPresent())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("There is no breakpoint after this step."));
        add(actions, "watch.value", "Watch value", "F12", false);
        add(actions, "watch.gradient", "Watch gradient", "shift F12", true);
    }

    private void add(Actions actions, String id, String name, String key, boolean gradient) {
        actions.add(EditorAction.of(id, name, () -> output().ifPresent(source -> {
                    shown.run();
                    watches.toggle(new Watches.Watch(source, gradient));
                })))
                .keys(Scope.WINDOW, key)
                .named(() -> output().filter(source -> watches.all().contains(new Watches.Watch(source, gradient)))
                                .isPresent()
                        ? name.replace("Watch", "No longer watch")
                        : name)
                .unless(() -> output().isPresent() ? Optional.empty() : Optional.of("Select one node to watch it."));
    }

    private Optional<Breaks.Break> selected() {
        Optional<Breaks.Break> node = bench.selection().onlyNode().map(Breaks.AtNode::new);
        return node.or(() -> bench.selection().onlyEdge().map(Breaks.AtEdge::new));
    }

    /** The first output of the selected node. */
    private Optional<Source> output() {
        Graph graph = bench.document().graph();
        Optional<NodeId> node = bench.selection().onlyNode().filter(graph::has);
        return node.filter(id -> !graph.type(id).outputs().isEmpty())
                .map(id -> new Source(id, graph.type(id).outputs().get(0).name()));
    }
}

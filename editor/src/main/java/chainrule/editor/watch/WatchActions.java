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
import chainrule.language.Phrases;
import java.util.Optional;

/** Breakpoints and watches at what is selected, as actions. */
public final class WatchActions {
    private static final Phrases WORDS = Phrases.of(WatchActions.class);

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
        actions.add(EditorAction.of("break.toggle", WORDS.text("break.toggle"), () -> selected()
                        .ifPresent(bench.breaks()::toggle)))
                .keys(Scope.WINDOW, "menu F12")
                .named(() -> selected().filter(bench.breaks()::has).isPresent()
                        ? WORDS.text("break.remove")
                        : WORDS.text("break.set"))
                .unless(() -> selected().isPresent() ? Optional.empty() : Optional.of(WORDS.text("break.none")));
        actions.add(EditorAction.of("break.next", WORDS.text("break.next"), () -> scrubber.toBreak(bench.breaks())))
                .keys(Scope.WINDOW, "menu shift F12")
                .unless(() -> bench.stepper()
                                .cursor()
                                .filter(c -> bench.breaks().next(c).isPresent())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(WORDS.text("break.noNext")));
        add(actions, "watch.value", "F12", false);
        add(actions, "watch.gradient", "shift F12", true);
    }

    private void add(Actions actions, String id, String key, boolean gradient) {
        actions.add(EditorAction.of(id, WORDS.text(id), () -> output().ifPresent(source -> {
                    shown.run();
                    watches.toggle(new Watches.Watch(source, gradient));
                })))
                .keys(Scope.WINDOW, key)
                .named(() -> output().filter(source -> watches.all().contains(new Watches.Watch(source, gradient)))
                                .isPresent()
                        ? WORDS.text("no." + id)
                        : WORDS.text(id))
                .unless(() -> output().isPresent() ? Optional.empty() : Optional.of(WORDS.text("watch.none")));
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

package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.Arranging;
import chainrule.editor.canvas.Side;
import chainrule.editor.document.command.Collapse;
import chainrule.editor.document.command.Reroute;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Aligning, distributing, straightening and laying out nodes. */
final class ArrangeActions {
    private static final Phrases WORDS = Phrases.of(ArrangeActions.class);

    private final Workbench bench;
    private final Arranging arranging;

    private ArrangeActions(Workbench bench, Arranging arranging) {
        this.bench = bench;
        this.arranging = arranging;
    }

    static void addTo(Actions actions, Workbench bench, Arranging arranging) {
        ArrangeActions arrange = new ArrangeActions(bench, arranging);
        arrange.addLayout(actions);
        arrange.addAligning(actions);
        arrange.addFolding(actions);
    }

    /** Their ids as a menu shows them; an empty one is a line. */
    static String[] menu() {
        List<String> ids = new ArrayList<>(List.of("arrange.layout", "arrange.straighten", ""));
        for (Side side : Side.values()) {
            ids.add(id(side));
        }
        ids.addAll(List.of("", "arrange.across", "arrange.down", "", "arrange.collapse", "arrange.unbend"));
        return ids.toArray(String[]::new);
    }

    private void addLayout(Actions actions) {
        actions.add(EditorAction.of("arrange.layout", WORDS.text("arrange.layout"), arranging::layOut))
                .keys(Scope.CANVAS, "menu shift L")
                .named(() ->
                        chosen().size() > 1 ? WORDS.text("arrange.layout.selection") : WORDS.text("arrange.layout.all"))
                .unless(() -> reason(graph().nodes().size() < 2, WORDS.text("arrange.noTwo")));
        actions.add(EditorAction.of("arrange.straighten", WORDS.text("arrange.straighten"), arranging::straighten))
                .keys(Scope.CANVAS, "shift Q")
                .unless(() -> reason(chosen().isEmpty(), WORDS.text("arrange.noneToStraighten")));
    }

    private void addFolding(Actions actions) {
        actions.add(EditorAction.of("arrange.collapse", WORDS.text("arrange.collapse"), this::collapse))
                .keys(Scope.CANVAS, "H", "alt C")
                .named(() -> WORDS.text(collapsed() ? "arrange.expand" : "arrange.collapse"))
                .unless(() -> reason(chosen().isEmpty(), WORDS.text("edit.noNode")));
        actions.add(EditorAction.of("arrange.unbend", WORDS.text("arrange.unbend"), this::unbend))
                .unless(() -> reason(
                        bench.selection().edges().stream()
                                .noneMatch(
                                        slot -> bench.document().layout().via().containsKey(slot)),
                        WORDS.text("arrange.noReroute")));
    }

    private void collapse() {
        bench.perform(new Collapse(chosen(), !collapsed()));
    }

    private boolean collapsed() {
        Layout layout = bench.document().layout();
        return !chosen().isEmpty()
                && chosen().stream().allMatch(id -> layout.look(id).collapsed());
    }

    private void unbend() {
        Object gesture = new Object();
        for (Slot slot : bench.selection().edges()) {
            bench.perform(new Reroute(slot, List.of()), gesture);
        }
    }

    private void addAligning(Actions actions) {
        Supplier<Optional<String>> two = () -> reason(chosen().size() < 2, WORDS.text("arrange.two"));
        Supplier<Optional<String>> three = () -> reason(chosen().size() < 3, WORDS.text("arrange.three"));
        for (Side side : Side.values()) {
            actions.add(EditorAction.of(id(side), side.title(), () -> arranging.align(side)))
                    .unless(two);
        }
        actions.add(EditorAction.of("arrange.across", WORDS.text("arrange.across"), () -> arranging.distribute(true)))
                .unless(three);
        actions.add(EditorAction.of("arrange.down", WORDS.text("arrange.down"), () -> arranging.distribute(false)))
                .unless(three);
    }

    private static String id(Side side) {
        return "arrange." + side.name().toLowerCase(Locale.ROOT);
    }

    private Set<NodeId> chosen() {
        return bench.selection().nodes();
    }

    private Graph graph() {
        return bench.document().graph();
    }

    private static Optional<String> reason(boolean holds, String sentence) {
        return holds ? Optional.of(sentence) : Optional.empty();
    }
}

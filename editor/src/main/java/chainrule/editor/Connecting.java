package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Hit;
import chainrule.editor.document.command.Connect;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.OutPort;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Draws edges without the mouse: lists every edge that can begin or end at the selected node. */
record Connecting(Workbench bench, GraphCanvas canvas) {
    private static final Phrases WORDS = Phrases.of(Connecting.class);
    private static final int ASIDE = 24;

    /** Opens the list over the canvas. */
    void ask() {
        bench.selection()
                .onlyNode()
                .ifPresent(node -> ChoicePopup.open(
                        WORDS.text("connect.title", node), all(node), canvas.keyboard(), new Point(ASIDE, ASIDE)));
    }

    /** Opens the list of the edges that a port can have. */
    void ask(Hit port) {
        String name = port instanceof Hit.OnSlot on
                ? on.slot().toString()
                : port instanceof Hit.OnSource from ? from.source().toString() : "";
        Point at = canvas.pointing().place(port).orElse(new Point(ASIDE, ASIDE));
        ChoicePopup.open(WORDS.text("connect.title", name), all(port), canvas.keyboard(), at);
    }

    private List<Findable> all(Hit port) {
        if (port instanceof Hit.OnSlot on) {
            return kept(on.slot().node(), (from, to) -> to.equals(on.slot()));
        }
        return port instanceof Hit.OnSource on
                ? kept(on.source().node(), (from, to) -> from.equals(on.source()))
                : List.of();
    }

    /** The edges from a node first, those into it after them; free inputs before those that would be replaced. */
    List<Findable> all(NodeId id) {
        return kept(id, (from, to) -> true);
    }

    private List<Findable> kept(NodeId id, BiPredicate<Source, Slot> wanted) {
        Graph graph = bench.document().graph();
        Node node = graph.node(id);
        List<Findable> free = new ArrayList<>();
        List<Findable> taken = new ArrayList<>();
        for (Node other : graph.nodes()) {
            collect(node, other, wanted, List.of(free, taken));
        }
        for (Node other : graph.nodes()) {
            collect(other, node, wanted, List.of(free, taken));
        }
        free.addAll(taken);
        return free;
    }

    /**
     * @param lists where an edge into a free input goes, and one that would replace another
     */
    private void collect(Node from, Node to, BiPredicate<Source, Slot> wanted, List<List<Findable>> lists) {
        Graph graph = bench.document().graph();
        for (OutPort out : from.type().outputs()) {
            for (InPort in : to.type().inputs()) {
                Source source = new Source(from.id(), out.name());
                Slot slot = new Slot(to.id(), in.slot(in.variadic() ? graph.count(to.id(), in) : 0));
                if (wanted.test(source, slot) && graph.whyNot(source, slot).isEmpty()) {
                    String hint = graph.into(slot)
                            .map(edge -> WORDS.text("connect.replaces", edge.from()))
                            .orElse("");
                    lists.get(hint.isEmpty() ? 0 : 1)
                            .add(new Findable(source + " → " + slot, hint, true, () -> connect(source, slot)));
                }
            }
        }
    }

    private void connect(Source from, Slot to) {
        bench.perform(new Connect(from, to));
        canvas.requestFocusInWindow();
    }
}

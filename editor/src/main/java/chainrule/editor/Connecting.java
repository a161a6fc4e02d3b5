package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.command.Connect;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.InPort;
import chainrule.op.OutPort;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;

/** Draws edges without the mouse: lists every edge that can begin or end at the selected node. */
record Connecting(Workbench bench, GraphCanvas canvas) {
    private static final int ASIDE = 24;

    /** Opens the list over the canvas. */
    void ask() {
        bench.selection()
                .onlyNode()
                .ifPresent(node -> ChoicePopup.open(
                        "Connect " + node + " …", all(node), canvas.keyboard(), new Point(ASIDE, ASIDE)));
    }

    /** The edges from a node first, those into it after them; free inputs before those that would be replaced. */
    List<Findable> all(NodeId id) {
        Graph graph = bench.document().graph();
        Node node = graph.node(id);
        List<Findable> free = new ArrayList<>();
        List<Findable> taken = new ArrayList<>();
        for (Node other : graph.nodes()) {
            collect(node, other, free, taken);
        }
        for (Node other : graph.nodes()) {
            collect(other, node, free, taken);
        }
        free.addAll(taken);
        return free;
    }

    private void collect(Node from, Node to, List<Findable> free, List<Findable> taken) {
        Graph graph = bench.document().graph();
        for (OutPort out : from.type().outputs()) {
            for (InPort in : to.type().inputs()) {
                Source source = new Source(from.id(), out.name());
                Slot slot = new Slot(to.id(), in.slot(in.variadic() ? graph.count(to.id(), in) : 0));
                if (graph.whyNot(source, slot).isEmpty()) {
                    String hint = graph.into(slot)
                            .map(edge -> "replaces " + edge.from())
                            .orElse("");
                    (hint.isEmpty() ? free : taken)
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

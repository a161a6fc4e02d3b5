package chainrule.editor.chain;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.Sight;
import chainrule.editor.session.Workbench;
import chainrule.exec.Step;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.List;
import java.util.Optional;

/** Marks on the canvas, for a moment, what a factor is about: where it is shown, else inside the block that it is in. */
record Pointer(Workbench bench, GraphCanvas canvas) {
    void node(NodeId computed) {
        Graph graph = bench.showing().document().graph();
        canvas.flash(
                bench.showing().scope().visible(computed).filter(graph::has).orElse(computed));
    }

    void edge(Slot computed) {
        canvas.flash(shown(computed).orElse(computed));
    }

    /** The node that an edge leads into, or what stands for it here. */
    void consumer(Slot computed) {
        shown(computed).map(Slot::node).ifPresentOrElse(canvas::flash, () -> node(computed.node()));
    }

    /** The node that an edge comes from, or what stands for it here. */
    void producer(Slot computed, NodeId from) {
        shown(computed)
                .flatMap(bench.showing().document().graph()::into)
                .map(edge -> edge.from().node())
                .ifPresentOrElse(canvas::flash, () -> node(from));
    }

    /** Some edges: those that are shown, or where none is, the first. */
    void edges(List<Slot> computed) {
        List<Slot> here =
                computed.stream().map(this::shown).flatMap(Optional::stream).toList();
        here.forEach(canvas::flash);
        if (here.isEmpty() && !computed.isEmpty()) {
            edge(computed.get(0));
        }
    }

    /** The edge that is shown for one that is computed. */
    private Optional<Slot> shown(Slot computed) {
        return bench.stepper()
                .cursor()
                .map(c -> new Sight(bench.showing().shown(), c.trace(), c.view()))
                .flatMap(sight -> bench.showing().document().graph().edges().stream()
                        .map(Edge::to)
                        .filter(slot -> sight.about(new Step.Pull(computed), slot))
                        .findFirst());
    }
}

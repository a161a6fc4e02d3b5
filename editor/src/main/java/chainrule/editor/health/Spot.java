package chainrule.editor.health;

import chainrule.editor.canvas.CanvasPlaces;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;

/** Shows on the canvas the node that a bar stands for. */
record Spot(Workbench bench, GraphCanvas canvas) {
    /** Marks it for a moment, where it is, or is inside of, something that is shown. */
    void point(Bar bar) {
        Graph graph = bench.showing().document().graph();
        bench.showing().scope().visible(bar.node()).filter(graph::has).ifPresent(canvas::flash);
    }

    /** Shows it in the middle, selected; inside its block where it is in one. */
    void go(Bar bar) {
        bench.showing().reveal(bar.node());
        bench.showing()
                .scope()
                .visible(bar.node())
                .filter(bench.showing().document().graph()::has)
                .ifPresent(node -> {
                    bench.selection().select(node);
                    new CanvasPlaces(canvas).center(node);
                    canvas.flash(node);
                });
    }
}

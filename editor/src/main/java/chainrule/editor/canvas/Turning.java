package chainrule.editor.canvas;

import chainrule.editor.session.Interior;
import chainrule.editor.session.Scope;
import chainrule.editor.session.Showing;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes into opened nodes and out of them again; how far each graph was scrolled and zoomed is kept. */
final class Turning implements Stage.View {
    /** An inside that would be smaller is shown from its beginning. */
    private static final double READABLE = 0.55;

    private static final double LARGE = 0.75;
    private static final double AROUND = 300;

    private final GraphCanvas canvas;
    private final Workbench bench;
    private final Map<Scope, Viewport.View> views = new HashMap<>();
    private Scope before = Scope.outside();

    Turning(GraphCanvas canvas, Workbench bench) {
        this.canvas = canvas;
        this.bench = bench;
        bench.showing().onChange(this::changed);
    }

    /** Opens a node; answers why not, as a sentence. */
    Optional<String> open(NodeId node) {
        return bench.showing().open(node);
    }

    /** Whether there is something inside a node that is shown. */
    boolean opens(NodeId node) {
        return canvas.document()
                .graph()
                .find(node)
                .filter(n -> Interior.opens(n.type()))
                .isPresent();
    }

    /** Why what is shown cannot be changed; empty where it can. */
    Optional<String> refusal() {
        return bench.showing().refusal();
    }

    /** Shows what is around what is shown; whether there is anything. */
    boolean up() {
        boolean inside = !bench.showing().scope().isOutside();
        bench.showing().up();
        return inside;
    }

    @Override
    public void show(Scene scene) {
        canvas.projection().show(scene);
    }

    @Override
    public void repaint() {
        canvas.repaint();
    }

    /** It is seen as it was left, or whole. */
    @Override
    public void turned(Scope from, Scope to, Scene scene) {
        canvas.camera().forget();
        views.put(from, canvas.viewport().view());
        Viewport.View view = views.get(to);
        Dimension size = canvas.control().getSize();
        if (view != null) {
            canvas.viewport().show(view);
        } else if (size.width > 0) {
            scene.bounds().ifPresent(box -> fit(box, size));
        }
        canvas.camera().turned();
    }

    private void fit(Rectangle2D box, Dimension size) {
        Viewport viewport = canvas.viewport();
        viewport.fit(box, size, 1);
        if (viewport.zoom() < READABLE) {
            double zoom = Math.max(READABLE, Math.min(LARGE, size.height / (box.getHeight() + AROUND)));
            viewport.begin(box.getX(), box.getCenterY() - size.height / zoom / 2, zoom);
        }
    }

    /** Who comes out of a node has it selected, unless a step is being looked at. */
    private void changed() {
        Showing showing = bench.showing();
        NodeId left = before.inside();
        before = showing.scope();
        Optional<NodeId> visible = left == null ? Optional.empty() : before.visible(left);
        boolean out = visible.isPresent() && showing.document().graph().has(visible.get());
        if (out && bench.stepper().marked().isEmpty()) {
            bench.selection().select(visible.get());
        } else {
            bench.selection().select(Set.of(), Set.of());
        }
    }

    /** Stops a pass that the learner waits for; answers whether there was one. */
    boolean cancelled() {
        boolean awaited = canvas.scene().numbers().isAwaited();
        if (awaited) {
            bench.evaluator().cancel();
        }
        return awaited;
    }
}

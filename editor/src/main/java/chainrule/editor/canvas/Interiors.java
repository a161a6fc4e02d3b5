package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.layout.BlockLayout;
import chainrule.editor.layout.Box;
import chainrule.editor.session.Interior;
import chainrule.editor.session.Shown;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Where the parts of opened nodes lie: laid out on a worker, and remembered as long as the parts are the same. */
final class Interiors {
    private final Executor worker;
    private final Executor ui;
    private final Runnable ready;
    private final Map<NodeId, Places> known = new HashMap<>();
    private @Nullable Graph asked;

    /** The layout of one graph. */
    private record Places(Graph graph, Layout layout) {}

    /**
     * @param worker computes layouts
     * @param ready called on {@code ui} when a layout that was asked for is there
     */
    Interiors(Executor worker, Executor ui, Runnable ready) {
        this.worker = worker;
        this.ui = ui;
        this.ready = ready;
    }

    /** What is shown with its parts at their places; empty until they are known. */
    Optional<Shown> laidOut(Shown shown) {
        Interior interior = shown.interior();
        if (interior == null || shown.edited() != null) {
            return Optional.of(shown);
        }
        Places places = known.get(interior.path());
        if (places != null && places.graph().equals(interior.graph())) {
            return Optional.of(shown.with(places.layout()));
        }
        if (asked != interior.graph()) {
            asked = interior.graph();
            layOut(shown.document(), interior);
        }
        return Optional.empty();
    }

    private void layOut(Document document, Interior interior) {
        Graph graph = interior.graph();
        List<Box> boxes = graph.nodes().stream()
                .map(node -> Arranging.box(NodeMetrics.card(document, node, Optional.empty())))
                .toList();
        Set<NodeId> inputs = interior.entrances().keySet();
        Set<NodeId> outputs = interior.exits().keySet();
        worker.execute(() -> {
            BlockLayout.Drawing drawing = BlockLayout.of(boxes, graph.edges(), inputs, outputs);
            ui.execute(() -> {
                known.put(interior.path(), new Places(graph, new Layout(drawing.at(), drawing.via(), Map.of())));
                asked = null;
                ready.run();
            });
        });
    }
}

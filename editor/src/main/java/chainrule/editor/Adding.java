package chainrule.editor;

import chainrule.editor.canvas.AddRequest;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Grid;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Connect;
import chainrule.editor.palette.SearchPopup;
import chainrule.editor.palette.WireFit;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.Point;
import chainrule.op.NodeType;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds nodes: by search at the pointer, at the end of a wire, or where there is room. */
final class Adding {
    private static final double ASIDE = 30;
    private static final double NEAR = 20;

    private final Workbench bench;
    private final GraphCanvas canvas;
    private final SearchPopup search;

    Adding(Workbench bench, GraphCanvas canvas) {
        this.bench = bench;
        this.canvas = canvas;
        this.search = new SearchPopup(bench::types);
        canvas.asking().onAdd(this::ask);
    }

    /** Adds a node near the middle of what is seen. */
    void addWhereThereIsRoom(NodeType type) {
        if (canvas.refuses()) {
            return;
        }
        Point at = canvas.screenToGraph(new java.awt.Point(canvas.getWidth() / 2, canvas.getHeight() / 2));
        while (taken(at)) {
            at = at.plus(ASIDE, ASIDE);
        }
        add(new AddRequest(new java.awt.Point(), at, null, null), type);
    }

    private void ask(AddRequest request) {
        search.open(canvas, request.component(), fitting(request.from()), type -> add(request, type));
    }

    private Predicate<NodeType> fitting(@Nullable Source from) {
        return from == null ? type -> true : new WireFit(validation(), from)::accepts;
    }

    /** The node and its edge are one step of undo. */
    private void add(AddRequest request, NodeType type) {
        Object gesture = new Object();
        NodeId id = bench.document().freeId(type);
        Node node = Node.of(id.name(), type);
        bench.perform(new AddNode(node, Grid.snapped(request.at())), gesture);
        edge(request, type, id)
                .filter(c -> bench.document().graph().has(id))
                .filter(c -> bench.document().graph().whyNot(c.from(), c.to()).isEmpty())
                .ifPresent(connect -> bench.perform(connect, gesture));
        if (bench.document().graph().has(id)) {
            bench.selection().select(id);
        }
        canvas.requestFocusInWindow();
    }

    private Optional<Connect> edge(AddRequest request, NodeType type, NodeId id) {
        Source from = request.from();
        Slot into = request.into();
        if (from != null) {
            return new WireFit(validation(), from)
                    .port(type)
                    .map(port -> new Connect(from, new Slot(id, port.slot(0))));
        }
        return into == null
                ? Optional.empty()
                : Optional.of(new Connect(new Source(id, type.outputs().get(0).name()), into));
    }

    private Validation validation() {
        return bench.showing().shown().validation(bench.evaluator().current());
    }

    private boolean taken(Point at) {
        return bench.document().graph().nodes().stream()
                .map(node -> bench.document().at(node.id()))
                .anyMatch(p -> Math.abs(p.x() - at.x()) < NEAR && Math.abs(p.y() - at.y()) < NEAR);
    }
}

package chainrule.editor;

import chainrule.editor.canvas.AddRequest;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Hit;
import chainrule.editor.document.Command;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Splice;
import chainrule.editor.palette.SearchPopup;
import chainrule.editor.palette.WireFit;
import chainrule.editor.session.Workbench;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.Point;
import chainrule.op.NodeType;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/** Adds nodes: by search at the pointer, at the end of a wire, or where there is room. */
final class Adding {
    private static final double ASIDE = 240;

    private final Workbench bench;
    private final GraphCanvas canvas;
    private final SearchPopup search;

    Adding(Workbench bench, GraphCanvas canvas, Preferences preferences) {
        this.bench = bench;
        this.canvas = canvas;
        this.search = new SearchPopup(bench::types, preferences);
        canvas.asking().onAdd(this::ask);
    }

    /** Adds a node near the middle of what is seen. */
    void addWhereThereIsRoom(NodeType type) {
        if (canvas.refuses()) {
            return;
        }
        Point at = canvas.screenToGraph(new java.awt.Point(canvas.getWidth() / 2, canvas.getHeight() / 2));
        add(AddRequest.at(new java.awt.Point(), at), type);
        canvas.requestFocusInWindow();
    }

    private void ask(AddRequest request) {
        Source from = request.onto() == null ? request.from() : source(request.onto());
        search.ask(canvas, request.component(), fitting(from), (type, more) -> {
            NodeId added = add(request, type);
            if (more && bench.document().graph().has(added)) {
                ask(next(request, type, added));
            } else {
                canvas.requestFocusInWindow();
            }
        });
    }

    /** The request for a node behind one that was just added. */
    private AddRequest next(AddRequest request, NodeType type, NodeId added) {
        Source from = new Source(added, type.outputs().get(0).name());
        canvas.reveal(added);
        java.awt.Point component =
                canvas.pointing().place(new Hit.OnSource(from)).orElse(request.component());
        Point at = bench.document().at(added).plus(ASIDE, 0);
        return new AddRequest(component, at, from, null, request.onto());
    }

    private @Nullable Source source(@Nullable Slot edge) {
        return edge == null
                ? null
                : bench.document().graph().into(edge).map(Edge::from).orElse(null);
    }

    private Predicate<NodeType> fitting(@Nullable Source from) {
        return from == null ? type -> true : new WireFit(validation(), from)::accepts;
    }

    /** The node and its edge are one step of undo. */
    private NodeId add(AddRequest request, NodeType type) {
        Object gesture = new Object();
        NodeId id = bench.document().freeId(type);
        Node node = Node.of(id.name(), type);
        bench.perform(new AddNode(node, canvas.room(request.at())), gesture);
        if (bench.document().graph().has(id)) {
            splice(request, type, id)
                    .or(() -> edge(request, type, id))
                    .ifPresent(command -> bench.perform(command, gesture));
        }
        if (bench.document().graph().has(id)) {
            bench.selection().select(id);
        }
        return id;
    }

    /** Puts the node into the edge that was asked for. */
    private Optional<Command> splice(AddRequest request, NodeType type, NodeId id) {
        Slot onto = request.onto();
        Graph graph = bench.document().graph();
        return onto == null
                ? Optional.empty()
                : graph.into(onto).flatMap(edge -> new WireFit(validation(), edge.from())
                        .port(type)
                        .map(port -> new Splice(
                                edge,
                                new Slot(id, port.slot(0)),
                                new Source(id, type.outputs().get(0).name()))));
    }

    private Optional<Command> edge(AddRequest request, NodeType type, NodeId id) {
        Graph graph = bench.document().graph();
        return wire(request, type, id)
                .filter(wire -> graph.whyNot(wire.from(), wire.to()).isEmpty())
                .map(wire -> wire);
    }

    private Optional<Connect> wire(AddRequest request, NodeType type, NodeId id) {
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
}

package chainrule.editor.canvas;

import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Splice;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drags nodes; their corners snap to a grid. One without edges that is dropped on an edge is put into it. */
final class MoveGesture implements Gesture {
    private static final double REACH = 14;

    private final GraphCanvas canvas;
    private final Set<NodeId> nodes;
    private final chainrule.io.Point corner;
    private final Point2D start;
    /** The edge that the node would be put into when it is dropped here. */
    private @Nullable Splice splice;

    /**
     * @param held the node under the pointer, whose corner snaps
     */
    MoveGesture(GraphCanvas canvas, Set<NodeId> nodes, NodeId held, Point2D start) {
        this.canvas = canvas;
        this.nodes = Set.copyOf(nodes);
        this.corner = canvas.document().at(held);
        this.start = start;
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
        Splice into =
                Splicing.at(canvas.scene(), nodes, graph, REACH / canvas.zoom()).orElse(null);
        splice = into;
        canvas.wire(null, into == null ? null : new Balloon(into.label(), Balloon.Kind.FINE));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
        Splice into = splice;
        abort();
        canvas.history().perform(command(graph), this);
        if (into != null) {
            canvas.history().perform(into, this);
        }
    }

    @Override
    public void abort() {
        canvas.wire(null, null);
        canvas.preview(null);
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        Optional.ofNullable(splice)
                .flatMap(s -> canvas.scene().curve(s.edge().to()))
                .ifPresent(curve -> {
                    g.setColor(colors.cursor());
                    g.setStroke(EdgePainter.dashed(3, 7, 4));
                    g.draw(curve.path());
                });
    }

    private MoveNodes command(Point2D graph) {
        double dx = Grid.snapped(corner.x() + graph.getX() - start.getX()) - corner.x();
        double dy = Grid.snapped(corner.y() + graph.getY() - start.getY()) - corner.y();
        return new MoveNodes(nodes, dx, dy);
    }
}

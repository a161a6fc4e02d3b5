package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.editor.document.command.Enclose;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Splice;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drags what is selected; it snaps to the grid. A node without edges that is dropped on an edge is put into it; nodes
 * that are dropped on a frame belong to it from then on. Alt held down keeps nodes out of edges and frames.
 */
final class MoveGesture implements Gesture {
    private static final double REACH = 14;

    private final GraphCanvas canvas;
    private final Set<NodeId> nodes;
    private final Set<RemarkId> remarks;
    private final chainrule.io.Point corner;
    private final Point2D start;
    private boolean free;
    /** The edge that the node would be put into when it is dropped here. */
    private @Nullable Splice splice;

    /**
     * @param corner the corner of what is under the pointer, which snaps
     */
    MoveGesture(GraphCanvas canvas, chainrule.io.Point corner, Point2D start) {
        this.canvas = canvas;
        this.nodes = canvas.selection().nodes();
        this.remarks = canvas.selection().remarks();
        this.corner = corner;
        this.start = start;
    }

    @Override
    public void free(boolean held) {
        free = held;
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
        Splice into = free || !remarks.isEmpty()
                ? null
                : Splicing.at(canvas.scene(), nodes, graph, REACH / canvas.zoom())
                        .orElse(null);
        splice = into;
        canvas.wire(null, into == null ? null : new Balloon(into.label(), Balloon.Kind.FINE));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
        Splice into = splice;
        Map<Optional<RemarkId>, Set<NodeId>> entering = entering();
        abort();
        entering.forEach((frame, members) -> canvas.history().perform(new Enclose(members, frame.orElse(null)), this));
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
        return new MoveNodes(nodes, remarks, dx, dy);
    }

    /** The nodes that change their frame, by the frame that they come to lie on; those that a frame carries do not. */
    private Map<Optional<RemarkId>, Set<NodeId>> entering() {
        Document document = canvas.document();
        Map<Optional<RemarkId>, Set<NodeId>> entering = new LinkedHashMap<>();
        for (NodeId node : nodes) {
            Optional<RemarkId> now = new Remarks(document).frameOf(node).map(f -> new RemarkId(f.id()));
            Optional<RemarkId> then = free ? Optional.empty() : under(node);
            if (!now.equals(then) && now.filter(remarks::contains).isEmpty()) {
                entering.computeIfAbsent(then, f -> new LinkedHashSet<>()).add(node);
            }
        }
        return entering;
    }

    private Optional<RemarkId> under(NodeId node) {
        Scene scene = canvas.scene();
        Rectangle2D box = scene.card(node).map(Card::bounds).orElseGet(Rectangle2D.Double::new);
        return scene.remarks().stream()
                .filter(r -> r.frame() && !remarks.contains(r.id()))
                .filter(r -> r.bounds().contains(box.getCenterX(), box.getCenterY()))
                .map(RemarkBox::id)
                .reduce((below, above) -> above);
    }
}

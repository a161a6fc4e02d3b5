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
 * Drags what is selected; it snaps to the grid, and to the edges and middles of other cards that are near. A node without edges that is dropped on an edge is put into it; nodes
 * that are dropped on a frame belong to it from then on. Alt held down keeps nodes out of edges and frames, and off the
 * grid.
 */
final class MoveGesture implements Gesture {
    private static final double REACH = 14;
    private static final double NEAR = 5;

    private final GraphCanvas canvas;
    private final Set<NodeId> nodes;
    private final Set<RemarkId> remarks;
    private final chainrule.io.Point corner;
    private final Point2D start;
    private final @Nullable Rectangle2D box;
    private Guides guides = Guides.none();
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
        this.box = canvas.scene().cards().stream()
                .filter(c -> nodes.contains(c.id()))
                .map(Card::bounds)
                .reduce(Rectangle2D::createUnion)
                .orElse(null);
    }

    @Override
    public void free(boolean held) {
        free = held;
    }

    @Override
    public void move(Point component, Point2D graph) {
        guides = guides(graph);
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
        entering.forEach((frame, members) -> canvas.perform(new Enclose(members, frame.orElse(null)), this));
        canvas.perform(command(graph), this);
        if (into != null) {
            canvas.perform(into, this);
        }
    }

    @Override
    public void abort() {
        canvas.wire(null, null);
        canvas.preview(null);
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        g.setColor(Colors.faint(colors.cursor(), 0.7));
        g.setStroke(EdgePainter.line(1 / zoom));
        guides.lines().forEach(g::draw);
        Optional.ofNullable(splice)
                .flatMap(s -> canvas.scene().curve(s.edge().to()))
                .ifPresent(curve -> {
                    g.setColor(colors.cursor());
                    g.setStroke(EdgePainter.dashed(3, 7, 4));
                    g.draw(curve.path());
                });
    }

    private MoveNodes command(Point2D graph) {
        double dx = graph.getX() - start.getX();
        double dy = graph.getY() - start.getY();
        if (free) {
            return new MoveNodes(nodes, remarks, Math.rint(dx), Math.rint(dy));
        }
        return new MoveNodes(
                nodes,
                remarks,
                guides.dx() == 0 ? Grid.snapped(corner.x() + dx) - corner.x() : dx + guides.dx(),
                guides.dy() == 0 ? Grid.snapped(corner.y() + dy) - corner.y() : dy + guides.dy());
    }

    /** What is near, seen from where the pointer has dragged the nodes. */
    private Guides guides(Point2D graph) {
        Rectangle2D from = box;
        if (free || from == null) {
            return Guides.none();
        }
        Rectangle2D dragged = new Rectangle2D.Double(
                from.getX() + graph.getX() - start.getX(),
                from.getY() + graph.getY() - start.getY(),
                from.getWidth(),
                from.getHeight());
        return Guides.of(canvas.scene(), nodes, dragged, NEAR / canvas.zoom());
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

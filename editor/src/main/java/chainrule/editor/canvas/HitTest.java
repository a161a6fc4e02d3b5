package chainrule.editor.canvas;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import com.mxgraph.model.mxCell;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what lies under the pointer. Ports are grabbed from further away than they are drawn. */
final class HitTest {
    /** How near a port a wire's end is drawn to it, in pixels of the screen. */
    static final double MAGNET = 20;

    private static final double GRAB = 10;
    private static final double BORDER = 5;

    private final CellView view;
    private final Viewport viewport;

    HitTest(CellView view, Viewport viewport) {
        this.view = view;
        this.viewport = viewport;
    }

    Hit at(Scene scene, Point component) {
        Point2D at = viewport.toGraph(component);
        double grab = Math.max(GRAB / viewport.zoom(), NodeMetrics.PORT + 1);
        return port(scene, at, Math.min(grab, NodeMetrics.PORT * 3))
                .orElseGet(() -> edgeOrBend(scene, cell(scene, component, at), at));
    }

    /** The port nearest to a place, no further than a distance in graph pixels. */
    static Optional<Hit> port(Scene scene, Point2D at, double distance) {
        Hit best = null;
        double nearest = distance;
        for (Card card : scene.cards()) {
            if (!near(card, at, distance)) {
                continue;
            }
            for (Map.Entry<Slot, Point2D> port : card.inputs().entrySet()) {
                if (port.getValue().distance(at) <= nearest) {
                    nearest = port.getValue().distance(at);
                    best = new Hit.OnSlot(port.getKey());
                }
            }
            for (var port : card.outputs().entrySet()) {
                if (port.getValue().distance(at) <= nearest) {
                    nearest = port.getValue().distance(at);
                    best = new Hit.OnSource(port.getKey());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Reroute points lie over edges and under cards. */
    private Hit edgeOrBend(Scene scene, Hit found, Point2D at) {
        boolean card = found instanceof Hit.OnNode || found instanceof Hit.OnFold;
        return card ? found : Bends.at(scene, at, viewport.zoom()).orElse(found);
    }

    private Hit cell(Scene scene, Point component, Point2D at) {
        List<Card> stack = scene.stack();
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i).bounds().contains(at)) {
                return on(scene, stack.get(i), at);
            }
        }
        viewport.validate();
        Optional<mxCell> cell = view.cellAt(component.x, component.y).map(HitTest::whole);
        if (cell.isEmpty()) {
            return remark(scene, at).orElse(new Hit.OnNothing());
        }
        Object id = cell.get().getValue();
        if (id instanceof NodeId node) {
            return new Hit.OnNode(node);
        }
        return id instanceof Slot slot ? new Hit.OnEdge(slot) : new Hit.OnNothing();
    }

    private static Hit on(Scene scene, Card card, Point2D at) {
        boolean fold = !card.collapsed()
                && card.fold().contains(at)
                && scene.numbers()
                        .shape(card.firstOutput())
                        .filter(s -> !s.isScalar())
                        .isPresent();
        return fold ? new Hit.OnFold(card.id()) : new Hit.OnNode(card.id());
    }

    /** Notes lie over frames; inside a frame is empty canvas. */
    private Optional<Hit> remark(Scene scene, Point2D at) {
        double reach = BORDER / viewport.zoom();
        Optional<Hit> found = Optional.empty();
        for (RemarkBox box : scene.remarks()) {
            Optional<Hit> hit = box.hit(at, reach);
            found = hit.isPresent() ? hit : found;
        }
        return found;
    }

    /** A port's cell stands for its node's, where only the card under it is meant. */
    private static mxCell whole(mxCell cell) {
        boolean port = cell.isVertex() && !(cell.getValue() instanceof NodeId);
        return port && cell.getParent() instanceof mxCell node ? node : cell;
    }

    private static boolean near(Card card, Point2D at, double distance) {
        var b = card.bounds();
        return at.getX() > b.getX() - distance
                && at.getX() < b.getMaxX() + distance
                && at.getY() > b.getY() - distance
                && at.getY() < b.getMaxY() + distance;
    }
}

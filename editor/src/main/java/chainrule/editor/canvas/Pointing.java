package chainrule.editor.canvas;

import chainrule.editor.document.command.Reroute;
import chainrule.editor.session.Selection;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Optional;

/** What a menu of the canvas is about: what was pointed at, or what the keyboard has reached. */
public final class Pointing {
    private final GraphCanvas canvas;
    private Pointed at = new Pointed(new Hit.OnNothing(), new Point());

    Pointing(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** What the menu that was opened last is about. */
    public Pointed at() {
        return at;
    }

    /** Where a thing lies on the component, for a list or a menu that opens beside it. */
    public Optional<Point> place(Hit hit) {
        return new FocusRing(canvas.scene(), canvas.zoom()).box(hit).map(box -> {
            double x = Math.min(box.getMaxX(), box.getX() + NodeMetrics.WIDTH / 2);
            double y = box.getY() + Math.min(box.getHeight(), 40);
            Point2D place = canvas.viewport().toComponent(new Point2D.Double(x, y));
            return new Point((int) place.getX(), (int) place.getY());
        });
    }

    /** The edit that leads an edge through a point where the menu was asked for, or else in its middle. */
    public Reroute bend(Slot edge) {
        Point2D place = at.hit() instanceof Hit.OnEdge on && on.slot().equals(edge)
                ? canvas.viewport().toGraph(at.component())
                : canvas.scene().curve(edge).map(curve -> curve.at(0.5)).orElseThrow();
        return Bends.added(canvas.scene(), edge, place);
    }

    /** Opens a field beside a free input for a number that is to feed it. */
    public void feed(Slot slot) {
        canvas.writing().feed(slot);
    }

    /** Opens a field on a card for the value at which its output is to be held. */
    public void hold(NodeId node) {
        new Holding(canvas).ask(node);
    }

    /** Something was pointed at: it is selected, unless it is among what is selected. */
    void at(Pointed pointed) {
        at = pointed;
        select(pointed.hit());
    }

    void select(Hit hit) {
        Selection now = canvas.selection();
        if (hit instanceof Hit.OnEdge on && !now.edges().contains(on.slot())) {
            now.select(on.slot());
        } else if (hit instanceof Hit.OnBend on) {
            now.select(on.slot());
        } else if (hit instanceof Hit.OnRemark on && !now.remarks().contains(on.id())) {
            now.select(on.id());
        } else if (hit instanceof Hit.OnBorder on && !now.remarks().contains(on.id())) {
            now.select(on.id());
        } else if (!(hit instanceof Hit.OnEdge)) {
            Walk.nodeOf(hit).filter(node -> !now.nodes().contains(node)).ifPresent(now::select);
        }
    }
}

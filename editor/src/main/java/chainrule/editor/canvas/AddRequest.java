package chainrule.editor.canvas;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Point;
import org.jspecify.annotations.Nullable;

/**
 * The learner asks for a new node.
 *
 * @param component where on the canvas component, for a popup
 * @param at where on the canvas, for the node
 * @param from the output that a dropped wire comes from, or null
 * @param into the slot that a dropped wire leads into, or null
 * @param onto the edge, by the slot that it leads into, that the node is to be put into, or null
 */
public record AddRequest(
        Point component, chainrule.io.Point at, @Nullable Source from, @Nullable Slot into, @Nullable Slot onto) {
    /** A request for a node anywhere. */
    public static AddRequest at(Point component, chainrule.io.Point place) {
        return new AddRequest(component, place, null, null, null);
    }

    /** A request for a node inside an edge, which lies with its middle at the place. */
    public static AddRequest into(Slot edge, Point component, chainrule.io.Point place) {
        return new AddRequest(component, place.plus(-NodeMetrics.WIDTH / 2, -NodeMetrics.HEIGHT / 2), null, null, edge);
    }
}

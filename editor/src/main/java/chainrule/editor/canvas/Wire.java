package chainrule.editor.canvas;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.geom.Point2D;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wire that is being drawn, from one of its ends to the pointer.
 *
 * @param from the output that it comes from; null while only its other end is plugged
 * @param into the slot that it leads into; null while only its other end is plugged
 * @param away the slot that the wire was pulled off, or null
 * @param pointer where its loose end is, in graph pixels
 * @param closed ports that cannot take it: {@link Slot}s or {@link Source}s
 */
record Wire(@Nullable Source from, @Nullable Slot into, @Nullable Slot away, Point2D pointer, Set<Object> closed) {
    Wire {
        closed = Set.copyOf(closed);
    }

    Wire at(Point2D place) {
        return new Wire(from, into, away, place, closed);
    }

    /** Whether its plugged end is an output. */
    boolean forward() {
        return from != null;
    }
}

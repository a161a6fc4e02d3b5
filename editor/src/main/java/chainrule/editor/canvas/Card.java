package chainrule.editor.canvas;

import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The card of a node on the canvas: where it lies and where its ports are, in graph pixels.
 *
 * @param inputs from top to bottom; a variadic port's next free slot is the last of its port
 * @param grid rows and columns of numbers that an unfolded card shows, empty for a folded one
 */
record Card(
        Node node,
        Rectangle2D bounds,
        Map<Slot, Point2D> inputs,
        Map<Source, Point2D> outputs,
        Optional<NumberGrid> grid,
        boolean collapsed) {
    Card {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    NodeId id() {
        return node.id();
    }

    /** The same card of a node that has other settings. */
    Card of(Node other) {
        return new Card(other, bounds, inputs, outputs, grid, collapsed);
    }

    Source firstOutput() {
        return outputs.keySet().iterator().next();
    }

    /** The strip at the top that carries the name. */
    Rectangle2D title() {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), NodeMetrics.TITLE);
    }

    /** Where a press folds and unfolds the numbers. */
    Rectangle2D fold() {
        return new Rectangle2D.Double(bounds.getX() + 46, bounds.getY() + NodeMetrics.TITLE + 2, 48, NodeMetrics.ROW);
    }
}

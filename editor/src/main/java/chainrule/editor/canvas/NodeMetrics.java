package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.tensor.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How large a card is and where its parts are. Painter, ports and hit test all ask here. */
final class NodeMetrics {
    static final double WIDTH = 176;
    static final double TITLE = 28;
    static final double ROW = 31;
    static final double BOTTOM = 4;
    static final double HEIGHT = TITLE + 2 * ROW + BOTTOM;
    /** Where the port of a card with one port is, below the card's upper side. */
    static final double MIDDLE = (TITLE + HEIGHT) / 2;

    static final double PAD = 12;
    static final double RADIUS = 8;
    static final double PORT = 4.5;
    static final double CELL_WIDTH = 46;
    static final double CELL_HEIGHT = 16;
    /** Height of an unfolded row without its numbers. */
    static final double GRID_HEAD = 20;

    private static final double PORT_PITCH = 22;

    private NodeMetrics() {}

    /** The card of a node. {@code unfolded} is the shape whose numbers it shows, empty where it is folded. */
    static Card card(Document document, Node node, Optional<Shape> unfolded) {
        Point at = document.at(node.id());
        boolean collapsed = document.layout().look(node.id()).collapsed();
        Optional<NumberGrid> grid = grid(collapsed, unfolded);
        List<Slot> slots = slots(document, node);
        double height = collapsed ? TITLE : Math.max(height(grid), TITLE + slots.size() * PORT_PITCH + 8);
        Rectangle2D bounds = new Rectangle2D.Double(at.x(), at.y(), width(grid), height);
        List<Source> sources = node.type().outputs().stream()
                .map(p -> new Source(node.id(), p.name()))
                .toList();
        return new Card(
                node,
                bounds,
                spread(slots, bounds, bounds.getX(), collapsed),
                spread(sources, bounds, bounds.getMaxX(), collapsed),
                grid,
                collapsed);
    }

    /** The numbers that a card shows, of a shape that is unfolded. */
    static Optional<NumberGrid> grid(boolean collapsed, Optional<Shape> unfolded) {
        return collapsed
                ? Optional.empty()
                : unfolded.filter(s -> !s.isScalar()).map(NumberGrid::of);
    }

    /** The inputs of a node from top to bottom, the next free one of each variadic port included. */
    static List<Slot> slots(Document document, Node node) {
        List<Slot> slots = new ArrayList<>();
        for (var port : node.type().inputs()) {
            int count = port.variadic() ? document.graph().count(node.id(), port) + 1 : 1;
            for (int i = 0; i < count; i++) {
                slots.add(new Slot(node.id(), port.slot(i)));
            }
        }
        return slots;
    }

    private static double width(Optional<NumberGrid> grid) {
        return grid.map(g -> Math.max(WIDTH, g.shownColumns() * CELL_WIDTH + 2 * PAD))
                .orElse(WIDTH);
    }

    private static double height(Optional<NumberGrid> grid) {
        Function<NumberGrid, Double> unfolded = g -> TITLE + 2 * (GRID_HEAD + g.shownRows() * CELL_HEIGHT + 4) + BOTTOM;
        return grid.map(unfolded).orElse(HEIGHT);
    }

    private static <T> Map<T, Point2D> spread(List<T> ports, Rectangle2D bounds, double x, boolean collapsed) {
        double pitch = collapsed ? Math.min(PORT_PITCH, TITLE / Math.max(1, ports.size())) : PORT_PITCH;
        double middle = collapsed ? bounds.getCenterY() : bounds.getY() + TITLE + (bounds.getHeight() - TITLE) / 2;
        Map<T, Point2D> result = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            double y = middle + (i - (ports.size() - 1) / 2.0) * pitch;
            result.put(ports.get(i), new Point2D.Double(x, y));
        }
        return result;
    }
}

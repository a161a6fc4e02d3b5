package chainrule.editor.canvas;

import chainrule.graph.NodeId;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a dragged box is brought in line with: an edge or the middle of a card that stays where it is.
 *
 * @param dx how far the box is to be moved so that it is in line, 0 where nothing is near
 * @param dy the same, downwards
 * @param lines where the lines are
 */
record Guides(double dx, double dy, List<Line2D> lines) {
    private static final double BEYOND = 12;

    Guides {
        lines = List.copyOf(lines);
    }

    static Guides none() {
        return new Guides(0, 0, List.of());
    }

    /**
     * @param moved the cards that are dragged
     * @param box around them, where it would lie
     * @param reach how near something has to be
     */
    static Guides of(Scene scene, Set<NodeId> moved, Rectangle2D box, double reach) {
        List<Rectangle2D> others = scene.cards().stream()
                .filter(c -> !moved.contains(c.id()))
                .map(Card::bounds)
                .toList();
        double dx = nearest(others, box, reach, true);
        double dy = nearest(others, box, reach, false);
        Rectangle2D placed = new Rectangle2D.Double(box.getX() + dx, box.getY() + dy, box.getWidth(), box.getHeight());
        List<Line2D> lines = new ArrayList<>();
        for (Rectangle2D other : others) {
            lines(placed, other, lines);
        }
        return new Guides(dx, dy, lines);
    }

    private static double nearest(List<Rectangle2D> others, Rectangle2D box, double reach, boolean across) {
        double best = reach;
        double shift = 0;
        for (Rectangle2D other : others) {
            for (int i = 0; i < 3; i++) {
                double distance = stops(other, across)[i] - stops(box, across)[i];
                if (Math.abs(distance) < Math.abs(best)) {
                    best = distance;
                    shift = distance;
                }
            }
        }
        return shift;
    }

    private static void lines(Rectangle2D box, Rectangle2D other, List<Line2D> lines) {
        double top = Math.min(box.getMinY(), other.getMinY()) - BEYOND;
        double bottom = Math.max(box.getMaxY(), other.getMaxY()) + BEYOND;
        double left = Math.min(box.getMinX(), other.getMinX()) - BEYOND;
        double right = Math.max(box.getMaxX(), other.getMaxX()) + BEYOND;
        for (int i = 0; i < 3; i++) {
            double x = stops(other, true)[i];
            double y = stops(other, false)[i];
            if (Math.abs(x - stops(box, true)[i]) < 0.01) {
                lines.add(new Line2D.Double(x, top, x, bottom));
            }
            if (Math.abs(y - stops(box, false)[i]) < 0.01) {
                lines.add(new Line2D.Double(left, y, right, y));
            }
        }
    }

    /** The beginning, the middle and the end of a box in one direction. */
    private static double[] stops(Rectangle2D box, boolean across) {
        return across
                ? new double[] {box.getMinX(), box.getCenterX(), box.getMaxX()}
                : new double[] {box.getMinY(), box.getCenterY(), box.getMaxY()};
    }
}

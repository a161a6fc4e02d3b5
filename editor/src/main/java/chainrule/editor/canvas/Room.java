package chainrule.editor.canvas;

import chainrule.io.Point;
import java.awt.geom.Rectangle2D;

/** Where a new card can lie without covering another one. */
final class Room {
    private static final double AROUND = 8;
    private static final int FURTHEST = 60;

    private final Scene scene;

    Room(Scene scene) {
        this.scene = scene;
    }

    /** The place that is wanted, or the nearest one with room: below, beside or above it. */
    Point near(Point wanted) {
        Point start = Grid.snapped(wanted);
        for (int far = 0; far <= FURTHEST; far++) {
            double by = far * Grid.PITCH;
            for (Point at :
                    new Point[] {start.plus(0, by), start.plus(by, 0), start.plus(0, -by), start.plus(-by, 0)}) {
                if (free(at)) {
                    return at;
                }
            }
        }
        return start;
    }

    private boolean free(Point at) {
        Rectangle2D box = new Rectangle2D.Double(
                at.x() - AROUND, at.y() - AROUND, NodeMetrics.WIDTH + 2 * AROUND, NodeMetrics.HEIGHT + 2 * AROUND);
        return scene.cards().stream().noneMatch(card -> card.bounds().intersects(box));
    }
}

package chainrule.editor.canvas;

import java.awt.geom.CubicCurve2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Ways that are straight from corner to corner, as cubic curves. */
final class StraightWay {
    private StraightWay() {}

    static List<CubicCurve2D> through(List<Point2D> corners) {
        List<CubicCurve2D> parts = new ArrayList<>();
        for (int i = 1; i < corners.size(); i++) {
            parts.add(line(corners.get(i - 1), corners.get(i)));
        }
        return parts;
    }

    /** The same way so far to the right of the direction of travel; its corners stay corners. */
    static List<CubicCurve2D> beside(List<CubicCurve2D> parts, double distance) {
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i <= parts.size(); i++) {
            Point2D before = right(parts.get(Math.max(0, i - 1)));
            Point2D after = right(parts.get(Math.min(parts.size() - 1, i)));
            double turned = 1 + before.getX() * after.getX() + before.getY() * after.getY();
            double far = turned < 0.1 ? distance : distance / turned;
            Point2D at = i == 0 ? parts.get(0).getP1() : parts.get(i - 1).getP2();
            corners.add(new Point2D.Double(
                    at.getX() + far * (before.getX() + after.getX()),
                    at.getY() + far * (before.getY() + after.getY())));
        }
        return through(corners);
    }

    /** One pixel to the right of the direction of travel, which is below for a level line. */
    private static Point2D right(CubicCurve2D line) {
        double dx = line.getX2() - line.getX1();
        double dy = line.getY2() - line.getY1();
        double length = Math.hypot(dx, dy);
        return length < 1e-9 ? new Point2D.Double(0, 1) : new Point2D.Double(-dy / length, dx / length);
    }

    private static CubicCurve2D line(Point2D from, Point2D to) {
        double dx = (to.getX() - from.getX()) / 3;
        double dy = (to.getY() - from.getY()) / 3;
        return new CubicCurve2D.Double(
                from.getX(),
                from.getY(),
                from.getX() + dx,
                from.getY() + dy,
                to.getX() - dx,
                to.getY() - dy,
                to.getX(),
                to.getY());
    }
}

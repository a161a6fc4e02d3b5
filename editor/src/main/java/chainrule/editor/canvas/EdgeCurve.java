package chainrule.editor.canvas;

import chainrule.io.Point;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an edge through its reroute points, as cubic curves: those of {@link WireStyle#CURVE} leave to the right and
 * arrive from the left, those of other styles are straight.
 */
final class EdgeCurve {
    private static final int SAMPLES = 16;
    private static final double LEAST_REACH = 36;
    private static final double MOST_REACH = 220;

    private final List<CubicCurve2D> parts;
    /** Which stretch between reroute points each part belongs to. */
    private final List<Integer> stretches;

    private final boolean straight;
    private final Shape path;
    private final Rectangle2D box;
    private volatile @Nullable Lane lane;

    /** The way that was last asked for beside this one: the same from frame to frame while a gradient keeps its width. */
    private record Lane(double distance, EdgeCurve curve) {}

    private EdgeCurve(List<CubicCurve2D> parts, List<Integer> stretches, boolean straight) {
        this.parts = List.copyOf(parts);
        this.stretches = List.copyOf(stretches);
        this.straight = straight;
        this.path = path(this.parts);
        this.box = path.getBounds2D();
    }

    static EdgeCurve between(Point2D from, Point2D to, List<Point> via, WireStyle style) {
        List<Point2D> stops = new ArrayList<>(List.of(from));
        via.forEach(point -> stops.add(new Point2D.Double(point.x(), point.y())));
        stops.add(to);
        List<CubicCurve2D> parts = new ArrayList<>();
        List<Integer> stretches = new ArrayList<>();
        for (int i = 1; i < stops.size(); i++) {
            List<CubicCurve2D> stretch = style == WireStyle.CURVE
                    ? List.of(part(stops.get(i - 1), stops.get(i)))
                    : StraightWay.through(style.corners(stops.get(i - 1), stops.get(i)));
            parts.addAll(stretch);
            stretches.addAll(Collections.nCopies(stretch.size(), i - 1));
        }
        return new EdgeCurve(parts, stretches, style != WireStyle.CURVE);
    }

    /** The same way beside this one: to the right of the direction of travel, which is below for a level edge. */
    EdgeCurve beside(double distance) {
        Lane known = lane;
        if (known == null || known.distance != distance) {
            List<CubicCurve2D> aside = straight
                    ? StraightWay.beside(parts, distance)
                    : parts.stream().map(p -> beside(p, distance)).toList();
            known = new Lane(distance, new EdgeCurve(aside, stretches, straight));
            lane = known;
        }
        return known.curve;
    }

    Shape path() {
        return path;
    }

    /** A box around it, which may be larger than needed. */
    Rectangle2D box() {
        return (Rectangle2D) box.clone();
    }

    /** Whether a rectangle may show it, or what hangs on it: so much to each side, above and below. */
    boolean within(Rectangle2D visible, double aside, double above) {
        return visible.intersects(
                box.getX() - aside, box.getY() - above, box.getWidth() + 2 * aside, box.getHeight() + 2 * above);
    }

    private static Shape path(List<CubicCurve2D> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Path2D path = new Path2D.Double();
        for (CubicCurve2D part : parts) {
            path.append(part, true);
        }
        return path;
    }

    /** The place a share of the way along, from 0 to 1. */
    Point2D at(double share) {
        double scaled = Math.max(0, Math.min(1, share)) * parts.size();
        int index = Math.min(parts.size() - 1, (int) scaled);
        return at(parts.get(index), scaled - index);
    }

    /** Points along the way, both ends included. */
    List<Point2D> points() {
        List<Point2D> points = new ArrayList<>();
        int samples = SAMPLES * parts.size();
        for (int i = 0; i <= samples; i++) {
            points.add(at((double) i / samples));
        }
        return points;
    }

    /** Which stretch between reroute points, counted from 0, comes nearest to a place. */
    int nearestStretch(Point2D place) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i <= SAMPLES * parts.size(); i++) {
            double distance = at((double) i / (SAMPLES * parts.size())).distance(place);
            if (distance < least) {
                least = distance;
                nearest = stretches.get(Math.min(parts.size() - 1, i / SAMPLES));
            }
        }
        return nearest;
    }

    private static CubicCurve2D part(Point2D from, Point2D to) {
        double dx = to.getX() - from.getX();
        double dy = Math.abs(to.getY() - from.getY());
        double reach = dx >= 0 ? Math.max(dx / 2, Math.min(LEAST_REACH, dy / 2)) : LEAST_REACH - dx / 2;
        reach = Math.min(reach, dx >= 0 ? Math.max(dx / 2, LEAST_REACH) : MOST_REACH);
        return new CubicCurve2D.Double(
                from.getX(),
                from.getY(),
                from.getX() + reach,
                from.getY(),
                to.getX() - reach,
                to.getY(),
                to.getX(),
                to.getY());
    }

    /** Moves the legs of the control polygon; the ends are level, so they move straight down. */
    private static CubicCurve2D beside(CubicCurve2D c, double d) {
        double legX = c.getCtrlX2() - c.getCtrlX1();
        double legY = c.getCtrlY2() - c.getCtrlY1();
        double length = Math.hypot(legX, legY);
        double shift = 0;
        if (length > 1e-6 && Math.abs(legY) > 1e-3 * length) {
            shift = d * (legX - length) / legY;
        }
        shift = Math.max(-3 * Math.abs(d), Math.min(3 * Math.abs(d), shift));
        return new CubicCurve2D.Double(
                c.getX1(),
                c.getY1() + d,
                c.getCtrlX1() + shift,
                c.getCtrlY1() + d,
                c.getCtrlX2() + shift,
                c.getCtrlY2() + d,
                c.getX2(),
                c.getY2() + d);
    }

    private static Point2D at(CubicCurve2D c, double t) {
        double s = 1 - t;
        double a = s * s * s;
        double b = 3 * s * s * t;
        double d = 3 * s * t * t;
        double e = t * t * t;
        return new Point2D.Double(
                a * c.getX1() + b * c.getCtrlX1() + d * c.getCtrlX2() + e * c.getX2(),
                a * c.getY1() + b * c.getCtrlY1() + d * c.getCtrlY2() + e * c.getY2());
    }
}

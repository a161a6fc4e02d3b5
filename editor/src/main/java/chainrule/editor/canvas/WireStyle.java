package chainrule.editor.canvas;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How wires run from port to port, and from one reroute point to the next. */
public enum WireStyle {
    /** In curves that leave and arrive level. */
    CURVE,
    /** Level and upright only. */
    ORTHOGONAL,
    /** The shortest way. */
    STRAIGHT;

    /** How far a wire leaves a port before it turns. */
    private static final double STUB = 24;
    /** How far below its ends a wire runs back where there is no room between them. */
    private static final double BELOW = 70;

    private static final double LANE = 8;
    private static final int LANES = 7;
    private static final double ROW = 22;

    /** The style of a word; curves where the word is none of ours. */
    public static WireStyle of(String word) {
        for (WireStyle style : values()) {
            if (style.key().equals(word)) {
                return style;
            }
        }
        return CURVE;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The corners of a wire that runs straight between them, both its ends included. */
    List<Point2D> corners(Point2D from, Point2D to) {
        List<Point2D> corners = new ArrayList<>(List.of(from));
        double dx = to.getX() - from.getX();
        if (this == ORTHOGONAL && dx >= 2 * STUB && from.getY() != to.getY()) {
            double turn = from.getX() + dx / 2 + lane(from.getY()) * Math.min(LANE, (dx - 2 * STUB) / LANES);
            corners.add(new Point2D.Double(turn, from.getY()));
            corners.add(new Point2D.Double(turn, to.getY()));
        } else if (this == ORTHOGONAL && dx < 2 * STUB) {
            double out = from.getX() + STUB;
            double in = to.getX() - STUB;
            boolean room = Math.abs(from.getY() - to.getY()) > 2 * BELOW;
            double back = room ? (from.getY() + to.getY()) / 2 : Math.max(from.getY(), to.getY()) + BELOW;
            corners.add(new Point2D.Double(out, from.getY()));
            corners.add(new Point2D.Double(out, back));
            corners.add(new Point2D.Double(in, back));
            corners.add(new Point2D.Double(in, to.getY()));
        }
        corners.add(to);
        return corners;
    }

    /** Wires from different heights turn beside each other, those of one port together. */
    private static int lane(double height) {
        return Math.floorMod(Math.round(height / ROW), LANES) - LANES / 2;
    }
}

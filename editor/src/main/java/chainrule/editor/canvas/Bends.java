package chainrule.editor.canvas;

import chainrule.editor.document.command.Reroute;
import chainrule.graph.Slot;
import chainrule.io.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reroute points of edges on the canvas. */
final class Bends {
    private static final double REACH = 8;

    private Bends() {}

    /** The reroute point at a place. */
    static Optional<Hit> at(Scene scene, Point2D place, double zoom) {
        double reach = REACH / Math.max(zoom, 0.3);
        for (Map.Entry<Slot, List<Point>> way : scene.document().layout().via().entrySet()) {
            for (int i = 0; i < way.getValue().size(); i++) {
                Point point = way.getValue().get(i);
                if (place.distance(point.x(), point.y()) <= reach
                        && scene.curve(way.getKey()).isPresent()) {
                    return Optional.of(new Hit.OnBend(way.getKey(), i));
                }
            }
        }
        return Optional.empty();
    }

    /** The edit that leads an edge through a place on its way. */
    static Reroute added(Scene scene, Slot slot, Point2D place) {
        List<Point> points = points(scene, slot);
        int part = scene.curve(slot).map(curve -> curve.nearestStretch(place)).orElse(0);
        points.add(Math.min(part, points.size()), Grid.snapped(new Point(place.getX(), place.getY())));
        return new Reroute(slot, points);
    }

    /** The edit that leaves a reroute point out. */
    static Reroute removed(Scene scene, Hit.OnBend bend) {
        List<Point> points = points(scene, bend.slot());
        points.remove(bend.index());
        return new Reroute(bend.slot(), points);
    }

    private static List<Point> points(Scene scene, Slot slot) {
        return new ArrayList<>(scene.document().layout().via().getOrDefault(slot, List.of()));
    }
}

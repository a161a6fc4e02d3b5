package chainrule.editor.document;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.io.Layout;
import chainrule.io.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reroute points of edges, as edits change the graph under them. */
final class Ways {
    private Ways() {}

    /**
     * A layout whose reroute points belong to the edges that are left: those of an edge that is gone go with it, those
     * of one that a gap has moved to another slot of its node move along.
     */
    static Layout followed(Layout layout, Graph before, Graph after) {
        if (before == after || layout.via().isEmpty()) {
            return layout;
        }
        Map<Slot, List<Point>> ways = new LinkedHashMap<>();
        layout.via().forEach((slot, points) -> {
            Optional<Edge> edge = before.into(slot);
            Optional<Slot> now = edge.isEmpty() ? Optional.of(slot) : now(edge.get(), before, after);
            now.filter(s -> after.into(s).isPresent()).ifPresent(s -> ways.put(s, points));
        });
        return ways.equals(layout.via()) ? layout : layout.through(ways);
    }

    private static Optional<Slot> now(Edge edge, Graph before, Graph after) {
        if (after.into(edge.to()).filter(edge::equals).isPresent()) {
            return Optional.of(edge.to());
        }
        if (!after.has(edge.to().node())) {
            return Optional.empty();
        }
        return after.into(edge.to().node()).stream()
                .filter(e ->
                        e.from().equals(edge.from()) && !before.into(e.to()).equals(Optional.of(e)))
                .map(Edge::to)
                .findFirst();
    }
}

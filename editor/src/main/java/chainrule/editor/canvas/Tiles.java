package chainrule.editor.canvas;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things in the plane, sorted into tiles, so that asking what is near a place looks at few of them. */
final class Tiles<T> {
    private static final double TILE = 128;

    private record Tile(int x, int y) {}

    private final Map<Tile, List<T>> tiles = new HashMap<>();

    /** A thing that lies in a rectangle. */
    void add(Rectangle2D box, T thing) {
        for (Tile tile : tiles(box)) {
            tiles.computeIfAbsent(tile, t -> new ArrayList<>()).add(thing);
        }
    }

    /** What may touch a rectangle, each thing once. */
    Collection<T> near(Rectangle2D box) {
        Set<T> found = new LinkedHashSet<>();
        for (Tile tile : tiles(box)) {
            found.addAll(tiles.getOrDefault(tile, List.of()));
        }
        return found;
    }

    private static List<Tile> tiles(Rectangle2D box) {
        List<Tile> result = new ArrayList<>();
        for (int y = index(box.getMinY()); y <= index(box.getMaxY()); y++) {
            for (int x = index(box.getMinX()); x <= index(box.getMaxX()); x++) {
                result.add(new Tile(x, y));
            }
        }
        return result;
    }

    private static int index(double place) {
        return (int) Math.floor(place / TILE);
    }
}

package chainrule.editor.canvas;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rectangles in the plane, sorted into tiles, so that asking whether there is room looks at near ones only. */
final class Crowd {
    private static final double TILE = 128;

    private record Tile(int x, int y) {}

    private final Map<Tile, List<Rectangle2D>> tiles = new HashMap<>();

    void add(Rectangle2D box) {
        tiles(box).forEach(tile -> tiles.computeIfAbsent(tile, t -> new ArrayList<>())
                .add(box));
    }

    boolean free(Rectangle2D box) {
        return tiles(box).stream()
                .allMatch(tile -> tiles.getOrDefault(tile, List.of()).stream().noneMatch(box::intersects));
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

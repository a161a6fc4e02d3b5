package chainrule.editor.canvas;

import java.awt.geom.Rectangle2D;

/** Rectangles in the plane, among which room is looked for. */
final class Crowd {
    private final Tiles<Rectangle2D> boxes = new Tiles<>();

    void add(Rectangle2D box) {
        boxes.add(box, box);
    }

    boolean free(Rectangle2D box) {
        return boxes.near(box).stream().noneMatch(box::intersects);
    }
}

package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.io.Frame;
import chainrule.io.GraphFile;
import chainrule.io.Note;
import chainrule.io.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a frame or a note lies.
 *
 * @param frame whether it is a frame, whose inside is empty canvas
 */
record RemarkBox(RemarkId id, Rectangle2D bounds, boolean frame) {
    /** Height of the strip that carries a frame's title. */
    static final double TITLE = 28;

    static List<RemarkBox> of(GraphFile file) {
        List<RemarkBox> boxes = new ArrayList<>();
        for (Frame f : file.frames()) {
            boxes.add(new RemarkBox(new RemarkId(f.id()), box(f.at(), f.size()), true));
        }
        for (Note n : file.notes()) {
            boxes.add(new RemarkBox(new RemarkId(n.id()), box(n.at(), n.size()), false));
        }
        return boxes;
    }

    /** The strip at the top that carries the title. */
    Rectangle2D title() {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), TITLE);
    }

    /**
     * What of it lies at a place.
     *
     * @param reach how far from its line a side is grabbed
     */
    Optional<Hit> hit(Point2D at, double reach) {
        Rectangle2D grown = new Rectangle2D.Double(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
        if (!grown.contains(at)) {
            return Optional.empty();
        }
        int across = side(at.getX(), bounds.getMinX(), bounds.getMaxX(), reach);
        int down = side(at.getY(), bounds.getMinY(), bounds.getMaxY(), reach);
        if (across != 0 || down != 0) {
            return Optional.of(new Hit.OnBorder(id, across, down));
        }
        return !frame || title().contains(at) ? Optional.of(new Hit.OnRemark(id)) : Optional.empty();
    }

    private static int side(double at, double from, double to, double reach) {
        return Math.abs(at - from) <= reach ? -1 : Math.abs(at - to) <= reach ? 1 : 0;
    }

    private static Rectangle2D box(Point at, Point size) {
        return new Rectangle2D.Double(at.x(), at.y(), size.x(), size.y());
    }
}

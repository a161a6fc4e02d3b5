package chainrule.editor.canvas;

import com.mxgraph.view.mxGraphView;
import java.awt.Dimension;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleConsumer;

/** Which part of the unbounded canvas is seen, and how large. */
final class Viewport {
    static final double LEAST = 0.1;
    static final double MOST = 4;

    private static final double MARGIN = 40;
    /** The share of a small canvas that its margins take at most. */
    private static final double MOST_MARGIN = 0.2;

    private final mxGraphView view;
    private final DoubleConsumer zoomed;
    private boolean outdated;
    private Runnable moved = () -> {};

    /** What is seen: how large, and from where on. */
    record View(double zoom, double left, double top) {}

    Viewport(mxGraphView view, DoubleConsumer zoomed) {
        this.view = view;
        this.zoomed = zoomed;
    }

    /** Calls back when something else is seen, or it is seen at another size. */
    void onMove(Runnable listener) {
        moved = listener;
    }

    double zoom() {
        return view.getScale();
    }

    double left() {
        return view.getTranslate().getX();
    }

    double top() {
        return view.getTranslate().getY();
    }

    Point2D toGraph(Point2D component) {
        return new Point2D.Double(component.getX() / zoom() - left(), component.getY() / zoom() - top());
    }

    Point2D toComponent(Point2D graph) {
        return new Point2D.Double((graph.getX() + left()) * zoom(), (graph.getY() + top()) * zoom());
    }

    /** What is seen, in graph pixels. */
    Rectangle2D visible(Dimension size) {
        return new Rectangle2D.Double(-left(), -top(), size.getWidth() / zoom(), size.getHeight() / zoom());
    }

    /** Changes the zoom so that the place under a point of the component stays there. */
    void zoomAt(double zoom, Point2D component) {
        double bounded = Math.max(LEAST, Math.min(MOST, zoom));
        Point2D fixed = toGraph(component);
        apply(bounded, component.getX() / bounded - fixed.getX(), component.getY() / bounded - fixed.getY());
    }

    /** Moves what is seen by component pixels. */
    void pan(double dx, double dy) {
        apply(zoom(), left() + dx / zoom(), top() + dy / zoom());
    }

    /** Shows a box whole, at most at a given zoom. */
    void fit(Rectangle2D box, Dimension size, double most) {
        double beside = Math.min(2 * MARGIN, size.getWidth() * MOST_MARGIN);
        double above = Math.min(3 * MARGIN, size.getHeight() * MOST_MARGIN);
        double zoom = Math.min(
                (size.getWidth() - beside) / Math.max(1, box.getWidth()),
                (size.getHeight() - above) / Math.max(1, box.getHeight()));
        double bounded = Math.max(LEAST, Math.min(Math.min(MOST, most), zoom));
        apply(
                bounded,
                size.getWidth() / 2 / bounded - box.getCenterX(),
                (size.getHeight() + above / 3) / 2 / bounded - box.getCenterY());
    }

    /** What is seen now. */
    View view() {
        return new View(zoom(), left(), top());
    }

    /** Shows what was seen before. */
    void show(View seen) {
        apply(seen.zoom(), seen.left(), seen.top());
    }

    /** Shows a corner at the left top, with a margin at the left. */
    void begin(double x, double y, double zoom) {
        apply(zoom, MARGIN / zoom - x, -y);
    }

    /** Shows a place in the middle. */
    void center(Point2D graph, Dimension size) {
        apply(zoom(), size.getWidth() / 2 / zoom() - graph.getX(), size.getHeight() / 2 / zoom() - graph.getY());
    }

    /** Moves as little as shows a box. */
    void reveal(Rectangle2D box, Dimension size) {
        Rectangle2D seen = visible(size);
        double margin = MARGIN / zoom();
        double dx = shift(box.getMinX() - margin, box.getMaxX() + margin, seen.getMinX(), seen.getMaxX());
        double dy = shift(box.getMinY() - margin, box.getMaxY() + margin, seen.getMinY(), seen.getMaxY());
        if (dx != 0 || dy != 0) {
            apply(zoom(), left() + dx, top() + dy);
        }
    }

    private static double shift(double from, double to, double seenFrom, double seenTo) {
        if (to - from > seenTo - seenFrom) {
            return (seenFrom + seenTo - from - to) / 2;
        }
        return from < seenFrom ? seenFrom - from : Math.min(0, seenTo - to);
    }

    /** Brings JGraphX's cell states up to date, which hit tests need and panning does not. */
    void validate() {
        if (outdated) {
            outdated = false;
            view.revalidate();
        }
    }

    private void apply(double zoom, double left, double top) {
        boolean changed = zoom != zoom();
        view.setEventsEnabled(false);
        view.scaleAndTranslate(zoom, left, top);
        view.setEventsEnabled(true);
        outdated = true;
        if (changed) {
            zoomed.accept(zoom);
        }
        moved.run();
    }
}

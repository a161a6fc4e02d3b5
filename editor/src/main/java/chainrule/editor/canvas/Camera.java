package chainrule.editor.canvas;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;

/** Moves what is seen of the canvas, and goes back and forward through what was seen before. */
public final class Camera {
    private static final int MOST = 50;
    /** Moves that follow each other more quickly are one, in milliseconds. */
    private static final long TOGETHER = 800;

    private final GraphCanvas canvas;
    private final Deque<Viewport.View> past = new ArrayDeque<>();
    private final Deque<Viewport.View> future = new ArrayDeque<>();
    private boolean fitsWhenSized = true;
    private Runnable whenSized = () -> {};
    private Runnable whenTurned = () -> {};
    private long lastMove;

    Camera(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Shows the whole graph, at most at the size of the interface. */
    public void fit() {
        fitsWhenSized = size().width == 0;
        canvas.scene().bounds().ifPresent(this::fit);
    }

    /** Shows what is selected, or the whole graph where nothing is. */
    public void fitSelection() {
        canvas.scene().cards().stream()
                .filter(c -> canvas.selection().nodes().contains(c.id()))
                .map(Card::bounds)
                .reduce(Rectangle2D::createUnion)
                .ifPresentOrElse(this::fit, this::fit);
    }

    /** Shows a place of the graph in the middle; once the canvas has a size. */
    public void show(chainrule.io.Point middle, double zoom) {
        fitsWhenSized = false;
        if (size().width == 0) {
            whenSized = () -> show(middle, zoom);
        } else {
            leave();
            zoomTo(zoom);
            canvas.viewport().center(new Point2D.Double(middle.x(), middle.y()), size());
            canvas.repaint();
        }
    }

    /** Shows a place in the middle of the graph that is shown next, once it is laid out. */
    public void showNext(chainrule.io.Point middle, double zoom) {
        whenTurned = () -> show(middle, zoom);
    }

    /** Shows no place in what is shown next. */
    public void showNextAsItWas() {
        whenTurned = () -> {};
    }

    /** Calls back when something else is seen, or it is seen at another size; one listener at a time. */
    public void onMove(Runnable listener) {
        canvas.viewport().onMove(listener);
    }

    /** Shows in the middle what another canvas has there, as large. */
    public void follow(Camera other) {
        fitsWhenSized = false;
        if (size().width > 0 && other.size().width > 0) {
            chainrule.io.Point middle = other.middle();
            double zoom = other.canvas.zoom();
            canvas.viewport()
                    .show(new Viewport.View(
                            zoom, size().width / 2.0 / zoom - middle.x(), size().height / 2.0 / zoom - middle.y()));
            canvas.repaint();
        }
    }

    /** The place of the graph that is in the middle. */
    public chainrule.io.Point middle() {
        return canvas.screenToGraph(new Point(size().width / 2, size().height / 2));
    }

    /** Changes the zoom about the middle of the canvas; 1 is 100 %. */
    public void zoomTo(double zoom) {
        moving();
        canvas.viewport().zoomAt(zoom, new Point2D.Double(size().width / 2.0, size().height / 2.0));
        canvas.repaint();
    }

    /** Shows what was seen before the last move, or, where the number is above zero, before going back. */
    public void turn(int by) {
        turn(by < 0 ? past : future, by < 0 ? future : past);
    }

    /** Moves a box of the graph into sight. */
    void reveal(Rectangle2D box) {
        if (!canvas.viewport().visible(size()).contains(box)) {
            moving();
        }
        canvas.viewport().reveal(box, size());
        canvas.repaint();
    }

    /** What is seen is about to be moved by hand; moves that follow each other are one. */
    void moving() {
        long now = System.nanoTime() / 1_000_000;
        if (past.isEmpty() || now - lastMove > TOGETHER) {
            leave();
        }
        lastMove = now;
    }

    /** Another graph is shown: what was seen was of the one before. */
    void forget() {
        past.clear();
        future.clear();
    }

    void turned() {
        Runnable waiting = whenTurned;
        whenTurned = () -> {};
        waiting.run();
    }

    void sized() {
        if (fitsWhenSized && size().width > 0) {
            fit();
        }
        Runnable waiting = whenSized;
        whenSized = () -> {};
        waiting.run();
    }

    private void fit(Rectangle2D box) {
        if (size().width > 0) {
            leave();
            canvas.viewport().fit(box, free(), UIScale.getUserScaleFactor());
            canvas.repaint();
        }
    }

    /** The canvas without its legend, under which nothing should lie. */
    private Dimension free() {
        Dimension whole = size();
        if (!canvas.vitals().hasLegend()) {
            return whole;
        }
        double scale = UIScale.getUserScaleFactor();
        Dimension unscaled = new Dimension((int) (whole.width / scale), (int) (whole.height / scale));
        double legend = WireLegend.height(canvas.vitals().wires(), unscaled) * scale;
        return new Dimension(whole.width, (int) Math.max(1, whole.height - legend));
    }

    /** What is seen now can be gone back to. */
    private void leave() {
        Viewport.View now = canvas.viewport().view();
        if (size().width > 0 && !now.equals(past.peek())) {
            past.push(now);
            future.clear();
        }
        if (past.size() > MOST) {
            past.removeLast();
        }
    }

    private void turn(Deque<Viewport.View> from, Deque<Viewport.View> to) {
        Viewport.View now = canvas.viewport().view();
        while (now.equals(from.peek())) {
            from.pop();
        }
        Viewport.View next = from.poll();
        if (next != null) {
            to.push(now);
            canvas.viewport().show(next);
            lastMove = 0;
            canvas.repaint();
        }
    }

    private Dimension size() {
        return canvas.control().getSize();
    }
}

package chainrule.editor.film;

import chainrule.editor.canvas.GraphPicture;
import chainrule.trace.Trace;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A graph at some moments of its passes, frame by frame. All frames show the same part of the canvas, so that nothing
 * moves but what changes. Frames are painted when they are asked for; it belongs to one thread.
 */
public final class Film {
    /** So many frames are more than anybody looks at. */
    public static final int MOST_FRAMES = 1000;

    /** Bytes that the passes of a training may take while a film is made of them. */
    public static final long MOST_BYTES =
            Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

    private final GraphPicture look;
    private final List<Moment> moments;
    private final Rectangle2D box;

    private Film(GraphPicture look, List<Moment> moments, Rectangle2D box) {
        this.look = look;
        this.moments = List.copyOf(moments);
        this.box = box;
    }

    /**
     * Lays every moment out.
     *
     * @param look the graph and its colours
     * @param moments at least one
     * @throws java.util.concurrent.CancellationException where the watcher does not want to go on
     */
    public static Film of(GraphPicture look, List<Moment> moments, Watcher watcher) {
        Rectangle2D box = moments.get(0).of(look).box();
        for (int i = 1; i < moments.size(); i++) {
            watcher.goOn(i, moments.size());
            box = box.createUnion(moments.get(i).of(look).box());
        }
        return new Film(look, moments, box);
    }

    /** The bytes that a recorded pass takes. */
    public static long bytes(Trace pass) {
        long elements = 0;
        for (int i = 0; i < pass.steps().size(); i++) {
            elements += pass.result(i).size();
        }
        return elements * Double.BYTES;
    }

    public int size() {
        return moments.size();
    }

    /** A frame, counted from 0. */
    public GraphPicture frame(int index) {
        return moments.get(index).of(look).within(box);
    }

    /** Width of every frame in pixels at scale 1. */
    public double width() {
        return box.getWidth();
    }

    /** Height of every frame in pixels at scale 1. */
    public double height() {
        return box.getHeight();
    }
}

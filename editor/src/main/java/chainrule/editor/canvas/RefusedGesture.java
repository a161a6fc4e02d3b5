package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;

/** A drag that would change what cannot be changed: it says so beside the pointer, and does nothing. */
final class RefusedGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Balloon said;

    RefusedGesture(GraphCanvas canvas, String sentence) {
        this.canvas = canvas;
        this.said = new Balloon(sentence, Balloon.Kind.REFUSAL);
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.wire(null, said);
    }

    @Override
    public void drop(Point component, Point2D graph) {
        abort();
    }

    @Override
    public void abort() {
        canvas.wire(null, null);
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        // The balloon is painted over everything.
    }
}

package chainrule.io;

/** A place on the canvas, in pixels at 100 %, x to the right and y down. */
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}

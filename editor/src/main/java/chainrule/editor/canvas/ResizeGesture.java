package chainrule.editor.canvas;

import chainrule.editor.document.command.ResizeRemark;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Drags a side or a corner of a frame or a note, along the grid. */
final class ResizeGesture implements Gesture {
    private static final double LEAST = 3 * Grid.PITCH;

    private final GraphCanvas canvas;
    private final Hit.OnBorder border;
    private final Rectangle2D before;

    ResizeGesture(GraphCanvas canvas, Hit.OnBorder border) {
        this.canvas = canvas;
        this.border = border;
        this.before = canvas.scene().remarks().stream()
                .filter(r -> r.id().equals(border.id()))
                .findFirst()
                .map(RemarkBox::bounds)
                .orElseThrow();
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        abort();
        canvas.perform(command(graph));
    }

    @Override
    public void abort() {
        canvas.preview(null);
    }

    private ResizeRemark command(Point2D graph) {
        double[] x = span(before.getMinX(), before.getMaxX(), graph.getX(), border.across());
        double[] y = span(before.getMinY(), before.getMaxY(), graph.getY(), border.down());
        return new ResizeRemark(
                border.id(), new chainrule.io.Point(x[0], y[0]), new chainrule.io.Point(x[1] - x[0], y[1] - y[0]));
    }

    private static double[] span(double from, double to, double at, int side) {
        double snapped = Grid.snapped(at);
        return switch (side) {
            case -1 -> new double[] {Math.min(snapped, to - LEAST), to};
            case 1 -> new double[] {from, Math.max(snapped, from + LEAST)};
            default -> new double[] {from, to};
        };
    }
}

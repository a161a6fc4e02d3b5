package chainrule.editor.session;

import java.util.Arrays;
import java.util.List;

/**
 * The losses of a training, in at most so many points that a plot can show them.
 *
 * @param steps how many losses there are
 * @param points in the order of the steps
 */
public record LossCurve(int steps, List<Point> points) {
    private static final int MOST_POINTS = 500;
    private static final int FEW_EPOCHS = 8;

    public LossCurve {
        points = List.copyOf(points);
    }

    /**
     * One stretch of steps.
     *
     * @param step the first of them
     * @param low the lowest of their losses
     * @param high the highest of their losses
     */
    public record Point(int step, double low, double high, double mean) {}

    public static LossCurve empty() {
        return new LossCurve(0, List.of());
    }

    /**
     * Of all losses, that of step 0 first.
     *
     * @param epoch how many steps an epoch takes; where there are some epochs, a point stands for a whole one at least
     */
    public static LossCurve of(double[] losses, int epoch) {
        int stretch = (losses.length + MOST_POINTS - 1) / MOST_POINTS;
        if (losses.length >= FEW_EPOCHS * epoch) {
            stretch = Math.max(stretch, epoch);
        }
        Point[] points = new Point[stretch == 0 ? 0 : (losses.length + stretch - 1) / stretch];
        for (int i = 0; i < points.length; i++) {
            int from = i * stretch;
            points[i] = point(from, Arrays.copyOfRange(losses, from, Math.min(losses.length, from + stretch)));
        }
        return new LossCurve(losses.length, Arrays.asList(points));
    }

    private static Point point(int step, double[] losses) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double loss : losses) {
            low = Math.min(low, loss);
            high = Math.max(high, loss);
            sum += loss;
        }
        return new Point(step, low, high, sum / losses.length);
    }
}

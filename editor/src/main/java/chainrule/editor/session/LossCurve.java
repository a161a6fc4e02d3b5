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

    /** Where a loss lies between the lowest and the highest, on a logarithmic axis where they lie far apart. */
    public record Axis(double low, double high) {
        private static final double LOG_FROM = 20;

        public boolean isLogarithmic() {
            return low > 0 && high / low >= LOG_FROM;
        }

        /** 0 at the lowest, 1 at the highest. */
        public double share(double loss) {
            double share = isLogarithmic() ? Math.log(loss / low) / Math.log(high / low) : (loss - low) / (high - low);
            return high == low ? 0.5 : share;
        }
    }

    public Axis axis() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Point point : finite()) {
            low = Math.min(low, point.low());
            high = Math.max(high, point.high());
        }
        return new Axis(low, high);
    }

    /** The points with a finite mean. */
    public List<Point> finite() {
        return points.stream().filter(p -> Double.isFinite(p.mean())).toList();
    }

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

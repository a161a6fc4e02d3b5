package chainrule.train;

import java.util.Arrays;

/**
 * How long a training step takes, in microseconds.
 *
 * @param p10 nine of ten steps take longer
 * @param p90 nine of ten steps are shorter
 * @param steps how many steps were counted
 */
public record StepTimes(double median, double p10, double p90, int steps) {
    /**
     * Of the times of consecutive steps in nanoseconds. The first tenth, at least ten steps, is left out while the
     * machine warms up, unless nothing would be left.
     */
    public static StepTimes of(long[] nanos) {
        int warmUp = Math.max(10, nanos.length / 10);
        long[] counted = nanos.length > warmUp ? Arrays.copyOfRange(nanos, warmUp, nanos.length) : nanos.clone();
        Arrays.sort(counted);
        return new StepTimes(
                percentile(counted, 0.5), percentile(counted, 0.1), percentile(counted, 0.9), counted.length);
    }

    private static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return (sorted[below] + (at - below) * (sorted[above] - sorted[below])) / 1000;
    }
}

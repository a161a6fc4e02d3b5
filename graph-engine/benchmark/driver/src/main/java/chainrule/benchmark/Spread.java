package chainrule.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long a step takes over all rounds, in microseconds.
 *
 * @param p10 nine of ten steps take longer
 * @param p90 nine of ten steps are shorter
 */
record Spread(double median, double p10, double p90) {
    /** Of the rounds of one peer; each round counts alike, however many steps it had. */
    static Spread of(List<double[]> rounds) {
        return new Spread(typical(rounds, 0.5), typical(rounds, 0.1), typical(rounds, 0.9));
    }

    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(shown(median), shown(p10), shown(p90));
    }

    /** The median over the rounds of a percentile of each. */
    private static double typical(List<double[]> rounds, double share) {
        return percentile(
                rounds.stream().mapToDouble(round -> percentile(round, share)).toArray(), 0.5);
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static String shown(double micros) {
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : micros < 100 ? "%.1f" : "%,.0f", micros);
    }
}

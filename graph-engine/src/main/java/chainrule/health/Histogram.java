package chainrule.health;

import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often numbers fall into each of some ranges of the same width.
 *
 * @param low the smallest finite number; 0 where there is none
 * @param high the largest
 * @param counts from the lowest range to the highest; a number on a border counts to the range above
 * @param zeros how many numbers are exactly 0; they are in the counts, too
 * @param nonFinite how many are NaN or infinite, and in no range
 */
public record Histogram(double low, double high, List<Integer> counts, int zeros, int nonFinite) {
    public Histogram {
        counts = List.copyOf(counts);
    }

    /** The histogram of the elements of a tensor; one range where all are the same. */
    public static Histogram of(Tensor tensor, int ranges) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int finite = 0;
        int zeros = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double x = tensor.at(i);
            if (Double.isFinite(x)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
                finite++;
                zeros += x == 0 ? 1 : 0;
            }
        }
        int other = tensor.size() - finite;
        if (finite == 0) {
            return new Histogram(0, 0, Collections.nCopies(1, 0), 0, other);
        }
        int[] counts = new int[low == high ? 1 : ranges];
        for (int i = 0; i < tensor.size(); i++) {
            if (Double.isFinite(tensor.at(i))) {
                counts[range(tensor.at(i), low, high, counts.length)]++;
            }
        }
        return new Histogram(low, high, IntStream.of(counts).boxed().toList(), zeros, other);
    }

    /** How many numbers were counted, those that are in no range included. */
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum() + nonFinite;
    }

    /** The count of the fullest range. */
    public int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Where a range begins; the one after the last begins at the highest number. */
    public double from(int range) {
        double share = range / (double) counts.size();
        return low * (1 - share) + high * share;
    }

    /** Halves keep the difference of two large numbers finite. */
    private static int range(double x, double low, double high, int ranges) {
        double share = (x / 2 - low / 2) / (high / 2 - low / 2);
        return Math.max(0, Math.min(ranges - 1, (int) (share * ranges)));
    }
}

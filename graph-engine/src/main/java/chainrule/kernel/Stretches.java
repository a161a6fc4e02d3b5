package chainrule.kernel;

/**
 * A list of positions cut into stretches of consecutive ones, which are copied at once: what slices, stacks and
 * transposes mostly are.
 */
final class Stretches {
    /** Shorter stretches are cheaper element by element. */
    private static final int SHORTEST = 8;

    private final int[] starts;
    private final int[] others;
    private final int[] lengths;
    private final boolean worthwhile;

    private Stretches(int[] starts, int[] others, int[] lengths, boolean worthwhile) {
        this.starts = starts;
        this.others = others;
        this.lengths = lengths;
        this.worthwhile = worthwhile;
    }

    /** Of positions, negative ones being nowhere; empty where there are too many stretches to be worthwhile. */
    static Stretches of(int[] positions) {
        int count = 0;
        for (int i = 0; i < positions.length; i++) {
            count += begins(positions, i) ? 1 : 0;
        }
        if ((long) count * SHORTEST > positions.length) {
            return new Stretches(new int[0], new int[0], new int[0], false);
        }
        int[] starts = new int[count];
        int[] others = new int[count];
        int[] lengths = new int[count];
        int at = -1;
        for (int i = 0; i < positions.length; i++) {
            if (begins(positions, i)) {
                at++;
                starts[at] = i;
                others[at] = positions[i];
            }
            lengths[at]++;
        }
        return new Stretches(starts, others, lengths, true);
    }

    boolean worthwhile() {
        return worthwhile;
    }

    /** Whether no position belongs to two stretches. */
    boolean apart() {
        long[] intervals = new long[others.length];
        for (int s = 0; s < others.length; s++) {
            intervals[s] = others[s] < 0 ? -1 : ((long) others[s] << 32) + others[s] + lengths[s];
        }
        java.util.Arrays.sort(intervals);
        int end = 0;
        for (long interval : intervals) {
            if (interval >= 0) {
                if ((interval >> 32) < end) {
                    return false;
                }
                end = (int) interval;
            }
        }
        return true;
    }

    /** y at each index = x at the position there; 0 where that is nowhere. */
    Kernel gather(Buffer x, Buffer y) {
        return () -> {
            for (int s = 0; s < starts.length; s++) {
                if (others[s] >= 0) {
                    y.copy(starts[s], x, others[s], lengths[s]);
                } else {
                    y.fill(starts[s], lengths[s], 0);
                }
            }
        };
    }

    /** y at each position = x at its index. */
    Kernel place(Buffer x, Buffer y) {
        return () -> put(x, y);
    }

    /** Copies x at each index to y at its position. */
    void put(Buffer x, Buffer y) {
        for (int s = 0; s < starts.length; s++) {
            if (others[s] >= 0) {
                y.copy(others[s], x, starts[s], lengths[s]);
            }
        }
    }

    /** Adds x at each index to y at its position; no position may come twice. */
    void add(Buffer x, Buffer y) {
        Staging from = x.blocks().staging(0, x.precision(), Blocks.LENGTH);
        Staging sum = x.blocks().staging(1, x.precision(), Blocks.LENGTH);
        for (int s = 0; s < starts.length; s++) {
            for (int done = 0; others[s] >= 0 && done < lengths[s]; done += Blocks.LENGTH) {
                int n = Math.min(Blocks.LENGTH, lengths[s] - done);
                from.read(x, (long) starts[s] + done, n);
                sum.read(y, (long) others[s] + done, n);
                sum.plus(from, n);
                sum.write(y, (long) others[s] + done, n);
            }
        }
    }

    private static boolean begins(int[] positions, int i) {
        if (i == 0) {
            return true;
        }
        return positions[i] < 0 ? positions[i - 1] >= 0 : positions[i - 1] < 0 || positions[i] != positions[i - 1] + 1;
    }
}

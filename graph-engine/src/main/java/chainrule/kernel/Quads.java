package chainrule.kernel;

import chainrule.tensor.Precision;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Windows of 2 × 2 that lie side by side on a plane of floats. Two neighbours in a row are the halves of one long, the
 * left one below: numbers that are not negative are ordered like their bits as whole numbers, and both halves are compared
 * at once, without a branch and in loops that HotSpot vectorises. Where a number is negative or NaN the answer is that
 * this cannot be done here.
 */
final class Quads {
    private static final long SIGNS = 0x80000000_80000000L;
    private static final long LEFT = 0x80000000L;
    /** What takes bits above those of infinity, without a sign, to a sign. */
    private static final long ABOVE_INFINITY = 0x007fffff_007fffffL;

    private static final int INFINITY = 0x7f800000;

    private final int rows;
    private final int columns;
    private final int across;
    private final long[] plane;
    private final long[] below;
    private final long[] best;
    private final long[] offered;
    private final long[] given;
    private final int[] windows;

    Quads(Pooling pooling) {
        int size = pooling.plane() / 2;
        this.rows = pooling.rows().steps();
        this.columns = pooling.columns().steps();
        this.across = pooling.columns().size() / 2;
        this.plane = new long[size];
        this.below = new long[size];
        this.best = new long[size];
        this.offered = new long[size];
        this.given = new long[size];
        this.windows = new int[pooling.steps()];
    }

    /** Whether windows are of this kind, and planes lie as they have to. */
    static boolean fit(Pooling pooling, Buffer... planes) {
        boolean quads = fit(pooling.rows())
                && fit(pooling.columns())
                && pooling.columns().size() % 2 == 0
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        for (Buffer plane : planes) {
            quads &= plane.precision() == Precision.FLOAT && plane.inPairs();
        }
        return quads;
    }

    private static boolean fit(Window window) {
        return window.kernel() == 2 && window.stride() == 2 && window.pad() == 0 && window.dilation() == 1;
    }

    void read(Buffer x, int of) {
        x.readPairs((long) of * plane.length, plane, plane.length);
    }

    /** Replaces negative numbers of the plane by 0 and writes it. */
    void rectify(Buffer y, int of) {
        rectify(plane, plane.length);
        y.writePairs((long) of * plane.length, plane, plane.length);
    }

    /** Writes the largest of each window, where it can. */
    boolean largest(Buffer y, int of) {
        findBest();
        int outside = 0;
        for (int row = 0, at = 0; row < rows; row++, at += columns) {
            int from = 2 * row * across;
            for (int i = 0; i < columns; i++) {
                int bits = (int) best[from + i];
                windows[at + i] = bits;
                outside |= bits | (INFINITY - bits);
            }
        }
        y.writeBits((long) of * windows.length, windows, windows.length);
        return outside >= 0;
    }

    /** Gives what stands in each window of another buffer to the first of the largest there, where it can. */
    boolean give(Buffer grad, int of) {
        findBest();
        grad.readBits((long) of * windows.length, windows, windows.length);
        int outside = 0;
        for (int row = 0, at = 0; row < rows; row++, at += columns) {
            int to = 2 * row * across;
            for (int i = 0; i < columns; i++) {
                int bits = (int) best[to + i];
                outside |= bits | (INFINITY - bits);
                long offer = windows[at + i] & 0xffffffffL;
                offered[to + i] = offer | offer << 32;
            }
        }
        giveAbove(plane, best, offered, given, plane.length);
        giveUnder(plane, below, best, offered, plane.length);
        for (int row = 0; row < rows; row++) {
            int upper = 2 * row * across;
            System.arraycopy(offered, upper, given, upper + across, across);
        }
        Arrays.fill(given, 2 * rows * across, given.length, 0);
        return outside >= 0;
    }

    /** Writes what was given. */
    void write(Buffer result, int of) {
        result.writePairs((long) of * given.length, given, given.length);
    }

    /** Keeps only what was given where x is positive, and writes it. */
    void writeWherePositive(Buffer x, Buffer result, int of) {
        read(x, of);
        keepPositive(plane, given, given.length);
        write(result, of);
    }

    /** The largest of each window, in both halves of its first place; with a sign where one of the four has one. */
    private void findBest() {
        System.arraycopy(plane, across, below, 0, plane.length - across);
        larger(plane, below, best, plane.length);
        largerOfHalves(best, best.length);
    }

    private static void rectify(long[] x, int n) {
        for (int i = 0; i < n; i++) {
            long sign = x[i] & SIGNS;
            long magnitude = x[i] & ~SIGNS;
            long nan = (magnitude + ABOVE_INFINITY) & SIGNS;
            long dropped = sign & ~nan;
            x[i] = magnitude & ~((dropped << 1) - (dropped >>> 31));
        }
    }

    /** The larger halves; with a sign where one of the two has one. */
    private static void larger(long[] x, long[] y, long[] z, int n) {
        for (int i = 0; i < n; i++) {
            long a = x[i] & ~SIGNS;
            long b = y[i] & ~SIGNS;
            long notLess = ((a | SIGNS) - b) & SIGNS;
            z[i] = (b ^ ((a ^ b) & ((notLess << 1) - (notLess >>> 31)))) | ((x[i] | y[i]) & SIGNS);
        }
    }

    private static void largerOfHalves(long[] x, int n) {
        for (int i = 0; i < n; i++) {
            long turned = (x[i] >>> 32) | (x[i] << 32);
            long a = x[i] & ~SIGNS;
            long b = turned & ~SIGNS;
            long notLess = ((a | SIGNS) - b) & SIGNS;
            x[i] = (b ^ ((a ^ b) & ((notLess << 1) - (notLess >>> 31)))) | ((x[i] | turned) & SIGNS);
        }
    }

    /** What is offered goes to the first of the upper two that is the best. */
    private static void giveAbove(long[] upper, long[] best, long[] offered, long[] given, int n) {
        for (int i = 0; i < n; i++) {
            long above = ((upper[i] | SIGNS) - best[i]) & SIGNS;
            long first = above & ~((above & LEFT) << 32);
            given[i] = offered[i] & ((first << 1) - (first >>> 31));
        }
    }

    /** What is offered stays for the first of the lower two that is the best, where none of the upper two is. */
    private static void giveUnder(long[] upper, long[] lower, long[] best, long[] offered, int n) {
        for (int i = 0; i < n; i++) {
            long above = ((upper[i] | SIGNS) - best[i]) & SIGNS;
            long any = above | (above >>> 32) | (above << 32);
            long under = ((lower[i] | SIGNS) - best[i]) & SIGNS & ~any;
            long first = under & ~((under & LEFT) << 32);
            offered[i] = offered[i] & ((first << 1) - (first >>> 31));
        }
    }

    private static void keepPositive(long[] x, long[] kept, int n) {
        for (int i = 0; i < n; i++) {
            long magnitude = x[i] & ~SIGNS;
            long nan = magnitude + ABOVE_INFINITY;
            long positive = (magnitude + ~SIGNS) & ~x[i] & ~nan & SIGNS;
            kept[i] &= (positive << 1) - (positive >>> 31);
        }
    }
}

package chainrule.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The sum of the rows of a matrix, by BLAS as a product with a vector of ones: the gradient of a bias. So many rows at a
 * time, whose sums are added up in double, so that a long sum of floats stays exact enough.
 */
public final class ColumnSums implements Summand {
    /** Rows that are summed in the precision of the buffers. */
    private static final int ROWS = 128;
    /** Matrices of fewer elements are summed one by one. */
    private static final int WORTHWHILE = 64;

    private final Kernels words;
    private final Buffer x;
    private final Buffer y;
    private final boolean adding;
    private final int columns;
    private final int rows;
    private final Ones ones;
    private final double[] sums;
    private final double[] block;

    private ColumnSums(Kernels words, Buffer x, boolean adding, Buffer y) {
        this.words = words;
        this.x = x;
        this.y = y;
        this.adding = adding;
        this.columns = Math.toIntExact(y.size());
        this.rows = Math.toIntExact(x.size() / columns);
        this.ones = new Ones(words, new Panel(x, columns, true), columns, Math.min(rows, ROWS));
        this.sums = new double[columns];
        this.block = new double[columns];
    }

    /** Whether y has one number for each place along the last axes of x, and x is large enough. */
    static boolean fits(Buffer x, Buffer y) {
        int[] all = x.shape().dims();
        int[] mine = y.shape().dims();
        int apart = all.length - mine.length;
        return x.size() >= WORTHWHILE
                && y.size() < x.size()
                && mine.length > 0
                && apart > 0
                && Arrays.equals(mine, 0, mine.length, all, apart, all.length);
    }

    /** The sums of an x that {@link #fits}. */
    static ColumnSums of(Kernels words, Buffer x, Buffer y) {
        return new ColumnSums(words, x, false, y);
    }

    @Override
    public void run() {
        if (adding) {
            y.readWide(0, sums, columns);
        } else {
            Arrays.fill(sums, 0);
        }
        for (int from = 0; from < rows; from += ROWS) {
            ones.sum((long) from * columns, Math.min(ROWS, rows - from), block);
            for (int i = 0; i < columns; i++) {
                sums[i] += block[i];
            }
        }
        y.writeWide(0, sums, columns);
    }

    @Override
    public boolean writesAll(Buffer buffer) {
        return !adding && y == buffer;
    }

    @Override
    public ColumnSums addedTo(Buffer sum) {
        return new ColumnSums(words, x, true, sum);
    }

    /** The sums of matrices in as few kernels as possible: matrices that lie one after the other are one. */
    static List<ColumnSums> summed(List<ColumnSums> all) {
        List<ColumnSums> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(s -> s.x, Buffer.BY_PLACE));
        List<ColumnSums> result = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= ordered.size(); to++) {
            if (to == ordered.size() || !ordered.get(to).x.follows(ordered.get(to - 1).x)) {
                result.add(joined(ordered.subList(from, to), !result.isEmpty()));
                from = to;
            }
        }
        return result;
    }

    private static ColumnSums joined(List<ColumnSums> run, boolean adding) {
        ColumnSums first = run.get(0);
        Buffer rows = run.size() == 1
                ? first.x
                : Buffer.joined(run.stream().map(s -> s.x).toList());
        return new ColumnSums(first.words, rows, adding, first.y);
    }
}

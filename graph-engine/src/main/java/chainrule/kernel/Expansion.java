package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the filters of one group read of one image, laid out so that a row of kernels over many steps is one matrix
 * product: for each channel and each column of the kernel the rows of the image as the steps meet them, with the border
 * filled in. Rows that lie a stride apart lie side by side, so that the row below in the kernel is the same matrix further
 * on. Only a tile of the rows of steps is laid out at once, as much as fits a processor's cache.
 */
final class Expansion {
    private static final int TILE_BYTES = 1 << 18;

    private final Filter filter;
    private final int[] phases;
    private final int[] phaseOfRow;
    private final int tile;
    private final int depth;
    /** For each column of the kernel: how many steps of a row are inside, where they begin there and here. */
    private final int[] counts;

    private final int[] sources;
    private final int[] targets;
    private final Buffer any;
    private final Precision precision;

    Expansion(Filter filter, Buffer x) {
        this.filter = filter;
        this.any = x;
        this.precision = x.precision();
        Window rows = filter.rows();
        int[] all = IntStream.range(0, rows.kernel())
                .map(row -> row * rows.dilation() % rows.stride())
                .toArray();
        this.phases = Arrays.stream(all).distinct().toArray();
        this.phaseOfRow = Arrays.stream(all).map(this::indexOf).toArray();
        int reach = (rows.kernel() - 1) * rows.dilation() / rows.stride();
        long rowBytes =
                (long) filter.weightsOfRow() * phases.length * filter.columns().steps() * precision.bytes();
        this.tile = (int) Math.max(1, Math.min(rows.steps(), TILE_BYTES / rowBytes - reach));
        this.depth = tile + reach;
        int width = filter.columns().kernel();
        this.counts = new int[width];
        this.sources = new int[width];
        this.targets = new int[width];
        for (int c = 0; c < width; c++) {
            int first = filter.columns().firstInside(c);
            counts[c] = filter.columns().lastInside(c) - first + 1;
            sources[c] = filter.columns().place(first, c);
            targets[c] = c * leading() + first;
        }
    }

    /** Rows of steps in a tile. */
    int tile() {
        return tile;
    }

    /** Elements from one row of the matrix to the next. */
    int leading() {
        return phases.length * depth * filter.columns().steps();
    }

    int size() {
        return filter.weightsOfRow() * leading();
    }

    /** Where the matrix of one row of the kernel begins. */
    int start(int row) {
        Window rows = filter.rows();
        int down = row * rows.dilation() / rows.stride();
        return (phaseOfRow[row] * depth + down) * filter.columns().steps();
    }

    /** Lays out a tile that begins with a row of steps, of channels that begin at {@code from} in x. */
    void layOut(Buffer x, long from, int firstStep, Buffer to) {
        int size = filter.columns().kernel() * leading();
        Staging plane = plane();
        Staging laid = laid();
        laid.clear(size);
        for (int channel = 0; channel < filter.channelsEach(); channel++) {
            plane.read(x, from + (long) channel * filter.plane(), filter.plane());
            if (filter.keepsWidth()) {
                shift(plane, firstStep, laid);
            } else {
                spread(plane, firstStep, laid);
            }
            laid.write(to, (long) channel * size, size);
        }
    }

    /** The transpose of {@link #layOut}: adds a tile to the channels that begin at {@code to} in x. */
    void fold(Buffer from, int firstStep, Buffer x, long to) {
        int size = filter.columns().kernel() * leading();
        Staging plane = plane();
        Staging laid = laid();
        for (int channel = 0; channel < filter.channelsEach(); channel++) {
            laid.read(from, (long) channel * size, size);
            plane.read(x, to + (long) channel * filter.plane(), filter.plane());
            gather(laid, firstStep, plane);
            plane.write(x, to + (long) channel * filter.plane(), filter.plane());
        }
    }

    /** Lays out row by row; those that fall on the border stay 0. */
    private void spread(Staging plane, int firstStep, Staging laid) {
        for (int phase = 0; phase < phases.length; phase++) {
            for (int q = 0; q < depth; q++) {
                int row = row(firstStep, phase, q);
                if (filter.rows().inside(row)) {
                    spread(plane, row, laid, place(phase, q));
                }
            }
        }
    }

    /** The transpose of that. */
    private void gather(Staging laid, int firstStep, Staging plane) {
        for (int phase = 0; phase < phases.length; phase++) {
            for (int q = 0; q < depth; q++) {
                int row = row(firstStep, phase, q);
                if (filter.rows().inside(row)) {
                    gather(laid, place(phase, q), plane, row);
                }
            }
        }
    }

    /** The row of the image that stands at a place of the layout. */
    private int row(int firstStep, int phase, int q) {
        Window rows = filter.rows();
        return (firstStep + q) * rows.stride() + phases[phase] - rows.pad();
    }

    private int place(int phase, int q) {
        return (phase * depth + q) * filter.columns().steps();
    }

    /**
     * All rows at once, where a row of steps is as long as one of the image: each column of the kernel reads the image
     * some places further on, but for what then stands in the row before or behind, which is border.
     */
    private void shift(Staging plane, int firstStep, Staging laid) {
        int width = filter.columns().size();
        int first = firstStep - filter.rows().pad();
        int from = Math.max(first, 0);
        int count = Math.min(first + depth, filter.rows().size()) - from;
        if (count <= 0) {
            return;
        }
        for (int c = 0; c < counts.length; c++) {
            int by = filter.columns().place(0, c);
            int to = c * leading() + (from - first) * width;
            int outside = Math.min(width, Math.abs(by));
            int moved = count * width - Math.abs(by);
            if (moved > 0) {
                laid.take(to + Math.max(0, -by), plane, from * width + Math.max(0, by), 1, moved);
            }
            laid.clearColumns(by < 0 ? to : to + width - outside, outside, width, count);
        }
    }

    private void spread(Staging plane, int row, Staging laid, int place) {
        int start = row * filter.columns().size();
        int stride = filter.columns().stride();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                laid.take(targets[c] + place, plane, start + sources[c], stride, counts[c]);
            }
        }
    }

    private void gather(Staging laid, int place, Staging plane, int row) {
        int start = row * filter.columns().size();
        int stride = filter.columns().stride();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                plane.add(start + sources[c], stride, laid, targets[c] + place, counts[c]);
            }
        }
    }

    private Staging plane() {
        return any.blocks().staging(0, precision, filter.plane());
    }

    private Staging laid() {
        return any.blocks().staging(1, precision, filter.columns().kernel() * leading());
    }

    private int indexOf(int phase) {
        return IntStream.range(0, phases.length)
                .filter(i -> phases[i] == phase)
                .findFirst()
                .orElseThrow();
    }
}

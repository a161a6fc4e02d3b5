package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Walks buffers lane by lane along a set of axes. */
final class Lanes {
    private final long[] starts;
    private final long[] offsets;
    /** Whether the elements of a lane lie side by side, and are enough to be copied in blocks. */
    private final boolean adjacent;

    private Lanes(long[] starts, long[] offsets) {
        this.starts = starts;
        this.offsets = offsets;
        this.adjacent = offsets.length >= Blocks.WORTHWHILE && offsets[offsets.length - 1] == offsets.length - 1;
    }

    /** The lanes of {@code shape} along {@code axes} (each from 0 to rank − 1). */
    static Lanes of(Shape shape, List<Integer> axes) {
        int[] along = axes.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] across =
                IntStream.range(0, shape.rank()).filter(i -> !axes.contains(i)).toArray();
        return new Lanes(positions(shape, across), positions(shape, along));
    }

    /** Where the elements stand, lane by lane. */
    int[] places() {
        int[] places = new int[Math.multiplyExact(starts.length, offsets.length)];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.toIntExact(starts[i / offsets.length] + offsets[i % offsets.length]);
        }
        return places;
    }

    /** A kernel that applies a function to every lane; a buffer with one element a lane is indexed by the lane. */
    Kernel bind(Lane function, List<Buffer> inputs, Buffer output) {
        Buffer[] in = inputs.toArray(Buffer[]::new);
        for (Buffer buffer : in) {
            check(buffer);
        }
        check(output);
        double[][] read = Arrays.stream(in).map(b -> new double[laneLength(b)]).toArray(double[][]::new);
        double[] write = new double[laneLength(output)];
        Stop stop = output.stop();
        return () -> {
            for (int lane = 0; lane < starts.length; lane++) {
                stop.check();
                for (int i = 0; i < in.length; i++) {
                    load(in[i], lane, read[i]);
                }
                function.apply(read, write);
                store(output, lane, write);
            }
        };
    }

    private void check(Buffer buffer) {
        if (buffer.size() != (long) starts.length * offsets.length && buffer.size() != starts.length) {
            throw new IllegalArgumentException(
                    buffer.shape() + " has neither " + offsets.length + " elements a lane nor one");
        }
    }

    private boolean whole(Buffer buffer) {
        return buffer.size() == (long) starts.length * offsets.length;
    }

    private int laneLength(Buffer buffer) {
        return whole(buffer) ? offsets.length : 1;
    }

    private void load(Buffer from, int lane, double[] to) {
        if (!whole(from)) {
            to[0] = from.get(lane);
            return;
        }
        if (adjacent) {
            from.readWide(starts[lane], to, offsets.length);
            return;
        }
        for (int j = 0; j < offsets.length; j++) {
            to[j] = from.get(starts[lane] + offsets[j]);
        }
    }

    private void store(Buffer to, int lane, double[] from) {
        if (!whole(to)) {
            to.set(lane, from[0]);
            return;
        }
        if (adjacent) {
            to.writeWide(starts[lane], from, offsets.length);
            return;
        }
        for (int j = 0; j < offsets.length; j++) {
            to.set(starts[lane] + offsets[j], from[j]);
        }
    }

    /** The positions that indices over only these axes reach, in row-major order of those axes. */
    private static long[] positions(Shape shape, int[] axes) {
        long[] strides = shape.strides();
        long[] result = {0};
        for (int axis : axes) {
            long[] next = new long[Math.multiplyExact(result.length, shape.dim(axis))];
            for (int i = 0; i < next.length; i++) {
                next[i] = result[i / shape.dim(axis)] + i % shape.dim(axis) * strides[axis];
            }
            result = next;
        }
        return result;
    }
}

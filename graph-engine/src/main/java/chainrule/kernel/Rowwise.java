package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link RowWork} as a kernel: a row is read once, passes through all functions in arrays on the heap, and the next row
 * follows. The numbers are those of the functions applied one after the other.
 */
final class Rowwise implements Kernel {
    private final RowWork work;
    private final Bound[] bound;
    private final Stop stop;

    Rowwise(RowWork work) {
        this.work = work;
        Map<Buffer, double[]> arrays = new IdentityHashMap<>();
        this.bound = work.functions().stream().map(each -> bound(each, arrays)).toArray(Bound[]::new);
        this.stop = work.functions().get(0).out().stop();
    }

    /** A function of each row of a shape; each buffer has that shape, or one element for each row. */
    static Rowwise of(Lane function, Shape shape, List<Buffer> in, Buffer out) {
        int columns = shape.dim(-1);
        int rows = Math.toIntExact(shape.size() / columns);
        List<Buffer> all = new ArrayList<>(in);
        all.add(out);
        for (Buffer buffer : all) {
            if (buffer.size() != shape.size() && buffer.size() != rows) {
                throw new IllegalArgumentException(
                        buffer.shape() + " has neither " + columns + " elements a lane nor one");
            }
        }
        return new Rowwise(new RowWork(rows, columns, List.of(new RowWork.Each(function, in, out))));
    }

    RowWork work() {
        return work;
    }

    @Override
    public void run() {
        for (int row = 0; row < work.rows(); row++) {
            stop.check();
            for (Bound each : bound) {
                each.run(row);
            }
        }
    }

    /** What is in no array yet is read into one. */
    private Bound bound(RowWork.Each each, Map<Buffer, double[]> arrays) {
        List<Buffer> read = new ArrayList<>();
        for (Buffer buffer : each.in()) {
            if (!arrays.containsKey(buffer)) {
                arrays.put(buffer, array(buffer));
                read.add(buffer);
            }
        }
        double[][] into = read.stream().map(arrays::get).toArray(double[][]::new);
        double[][] in = each.in().stream().map(arrays::get).toArray(double[][]::new);
        double[] known = arrays.get(each.out());
        boolean apart = known != null && Arrays.stream(in).noneMatch(array -> array == known);
        double[] out = known != null && apart ? known : array(each.out());
        arrays.put(each.out(), out);
        return new Bound(each.function(), read.toArray(Buffer[]::new), into, in, each.out(), out);
    }

    private double[] array(Buffer buffer) {
        return new double[work.fits(buffer) ? work.columns() : 1];
    }

    /**
     * A function bound to arrays.
     *
     * @param read the buffers whose row is read first, each to its array of {@code into}
     */
    private record Bound(Lane function, Buffer[] read, double[][] into, double[][] in, Buffer result, double[] out) {
        void run(int row) {
            for (int i = 0; i < read.length; i++) {
                load(read[i], row, into[i]);
            }
            function.apply(in, out);
            if (result.precision() == Precision.FLOAT) {
                round();
            }
            store(row);
        }

        /** Others go on with what they would read from memory. */
        private void round() {
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) out[i];
            }
        }

        private static void load(Buffer from, int row, double[] to) {
            long at = (long) row * to.length;
            if (to.length >= Blocks.WORTHWHILE) {
                from.readWide(at, to, to.length);
                return;
            }
            for (int i = 0; i < to.length; i++) {
                to[i] = from.get(at + i);
            }
        }

        private void store(int row) {
            long at = (long) row * out.length;
            if (out.length >= Blocks.WORTHWHILE) {
                result.writeWide(at, out, out.length);
                return;
            }
            for (int i = 0; i < out.length; i++) {
                result.set(at + i, out[i]);
            }
        }
    }
}

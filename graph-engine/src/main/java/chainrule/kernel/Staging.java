package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.Arrays;

/** An array on the heap, of floats or of doubles, in which elements of buffers are rearranged. */
abstract class Staging {
    /** An array for a buffer's precision, of at least so many elements. */
    static Staging of(Precision precision, int length) {
        return precision == Precision.FLOAT ? new OfFloats(length) : new OfDoubles(length);
    }

    abstract int length();

    abstract void read(Buffer from, long start, int count);

    abstract void write(Buffer to, long start, int count);

    abstract void clear(int count);

    /** Copies {@code count} elements that lie {@code stride} apart in another array to here, side by side. */
    abstract void take(int to, Staging from, int start, int stride, int count);

    /** Adds {@code count} elements that lie side by side in another array to elements here that lie apart. */
    abstract void add(int to, int stride, Staging from, int start, int count);

    abstract double at(int position);

    abstract void set(int position, double value);

    abstract void fill(int from, int to, double value);

    /** Adds the first n elements of another array; like all of these in a loop without offsets, which vectorises. */
    abstract void plus(Staging other, int n);

    /** Adds the squares of the first n distances of x from its centre. */
    abstract void plusSquares(Staging x, Staging centre, int n);

    /** Adds the first n products of a weight and the distance of x from its centre. */
    abstract void plusProducts(Staging weight, Staging x, Staging centre, int n);

    /** Each of the first n elements becomes (its distance from the centre) · scale + shift. */
    abstract void normalise(Staging centre, Staging scale, Staging shift, int n);

    /**
     * Each of the first n elements d becomes (d − a − (x − centre) · b) · scale.
     *
     * @param by the centre, b, a and the scale
     */
    abstract void change(Staging x, Staging[] by, int n);

    /** Sets columns of a matrix to 0: so many elements of each of so many rows, which begin {@code stride} apart. */
    final void clearColumns(int from, int columns, int stride, int rows) {
        for (int row = 0; row < rows; row++) {
            clearAt(from + row * stride, columns);
        }
    }

    abstract void clearAt(int from, int count);

    /** Element i = that of another array at the i-th place. */
    abstract void take(Staging from, int[] places);

    /** Adds the i-th element of another array at the i-th place. */
    abstract void give(Staging from, int[] places);

    /** Element i = the mean over the i-th so many places of another array; negative places count as zeros. */
    abstract void average(Staging from, int[] places, int each);

    /** Adds an equal share of the i-th element of another array at each of the i-th so many places. */
    abstract void share(Staging from, int[] places, int each);

    private static final class OfFloats extends Staging {
        private final float[] array;

        OfFloats(int length) {
            this.array = new float[length];
        }

        @Override
        int length() {
            return array.length;
        }

        @Override
        void read(Buffer from, long start, int count) {
            from.read(start, array, count);
        }

        @Override
        void write(Buffer to, long start, int count) {
            to.write(start, array, count);
        }

        @Override
        void clear(int count) {
            Arrays.fill(array, 0, count, 0);
        }

        @Override
        void take(int to, Staging from, int start, int stride, int count) {
            float[] other = ((OfFloats) from).array;
            if (stride == 1) {
                System.arraycopy(other, start, array, to, count);
                return;
            }
            for (int i = 0; i < count; i++) {
                array[to + i] = other[start + i * stride];
            }
        }

        @Override
        void add(int to, int stride, Staging from, int start, int count) {
            float[] other = ((OfFloats) from).array;
            for (int i = 0; i < count; i++) {
                array[to + i * stride] += other[start + i];
            }
        }

        @Override
        void take(Staging from, int[] places) {
            float[] other = ((OfFloats) from).array;
            for (int i = 0; i < places.length; i++) {
                array[i] = other[places[i]];
            }
        }

        @Override
        void give(Staging from, int[] places) {
            float[] other = ((OfFloats) from).array;
            for (int i = 0; i < places.length; i++) {
                array[places[i]] += other[i];
            }
        }

        @Override
        void average(Staging from, int[] places, int each) {
            float[] other = ((OfFloats) from).array;
            for (int i = 0; i * each < places.length; i++) {
                double sum = 0;
                for (int j = i * each; j < (i + 1) * each; j++) {
                    sum += places[j] < 0 ? 0 : other[places[j]];
                }
                array[i] = (float) (sum / each);
            }
        }

        @Override
        void share(Staging from, int[] places, int each) {
            float[] other = ((OfFloats) from).array;
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0) {
                    array[places[i]] += other[i / each] / each;
                }
            }
        }

        @Override
        double at(int position) {
            return array[position];
        }

        @Override
        void set(int position, double value) {
            array[position] = (float) value;
        }

        @Override
        void fill(int from, int to, double value) {
            Arrays.fill(array, from, to, (float) value);
        }

        @Override
        void plus(Staging other, int n) {
            float[] to = array;
            float[] x = ((OfFloats) other).array;
            for (int i = 0; i < n; i++) {
                to[i] += x[i];
            }
        }

        @Override
        void plusSquares(Staging from, Staging centre, int n) {
            float[] to = array;
            float[] x = ((OfFloats) from).array;
            float[] m = ((OfFloats) centre).array;
            for (int i = 0; i < n; i++) {
                to[i] += (x[i] - m[i]) * (x[i] - m[i]);
            }
        }

        @Override
        void plusProducts(Staging weight, Staging from, Staging centre, int n) {
            float[] to = array;
            float[] w = ((OfFloats) weight).array;
            float[] x = ((OfFloats) from).array;
            float[] m = ((OfFloats) centre).array;
            for (int i = 0; i < n; i++) {
                to[i] += w[i] * (x[i] - m[i]);
            }
        }

        @Override
        void normalise(Staging centre, Staging scale, Staging shift, int n) {
            float[] to = array;
            float[] m = ((OfFloats) centre).array;
            float[] a = ((OfFloats) scale).array;
            float[] b = ((OfFloats) shift).array;
            for (int i = 0; i < n; i++) {
                to[i] = (to[i] - m[i]) * a[i] + b[i];
            }
        }

        @Override
        void change(Staging from, Staging[] by, int n) {
            float[] to = array;
            float[] x = ((OfFloats) from).array;
            float[] m = ((OfFloats) by[0]).array;
            float[] b = ((OfFloats) by[1]).array;
            float[] a = ((OfFloats) by[2]).array;
            float[] scale = ((OfFloats) by[3]).array;
            for (int i = 0; i < n; i++) {
                to[i] = (to[i] - a[i] - (x[i] - m[i]) * b[i]) * scale[i];
            }
        }

        @Override
        void clearAt(int from, int count) {
            for (int i = from; i < from + count; i++) {
                array[i] = 0;
            }
        }
    }

    private static final class OfDoubles extends Staging {
        private final double[] array;

        OfDoubles(int length) {
            this.array = new double[length];
        }

        @Override
        int length() {
            return array.length;
        }

        @Override
        void read(Buffer from, long start, int count) {
            from.read(start, array, count);
        }

        @Override
        void write(Buffer to, long start, int count) {
            to.write(start, array, count);
        }

        @Override
        void clear(int count) {
            Arrays.fill(array, 0, count, 0);
        }

        @Override
        void take(int to, Staging from, int start, int stride, int count) {
            double[] other = ((OfDoubles) from).array;
            if (stride == 1) {
                System.arraycopy(other, start, array, to, count);
                return;
            }
            for (int i = 0; i < count; i++) {
                array[to + i] = other[start + i * stride];
            }
        }

        @Override
        void add(int to, int stride, Staging from, int start, int count) {
            double[] other = ((OfDoubles) from).array;
            for (int i = 0; i < count; i++) {
                array[to + i * stride] += other[start + i];
            }
        }

        @Override
        void take(Staging from, int[] places) {
            double[] other = ((OfDoubles) from).array;
            for (int i = 0; i < places.length; i++) {
                array[i] = other[places[i]];
            }
        }

        @Override
        void give(Staging from, int[] places) {
            double[] other = ((OfDoubles) from).array;
            for (int i = 0; i < places.length; i++) {
                array[places[i]] += other[i];
            }
        }

        @Override
        void average(Staging from, int[] places, int each) {
            double[] other = ((OfDoubles) from).array;
            for (int i = 0; i * each < places.length; i++) {
                double sum = 0;
                for (int j = i * each; j < (i + 1) * each; j++) {
                    sum += places[j] < 0 ? 0 : other[places[j]];
                }
                array[i] = (sum / each);
            }
        }

        @Override
        void share(Staging from, int[] places, int each) {
            double[] other = ((OfDoubles) from).array;
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0) {
                    array[places[i]] += other[i / each] / each;
                }
            }
        }

        @Override
        double at(int position) {
            return array[position];
        }

        @Override
        void set(int position, double value) {
            array[position] = value;
        }

        @Override
        void fill(int from, int to, double value) {
            Arrays.fill(array, from, to, value);
        }

        @Override
        void plus(Staging other, int n) {
            double[] to = array;
            double[] x = ((OfDoubles) other).array;
            for (int i = 0; i < n; i++) {
                to[i] += x[i];
            }
        }

        @Override
        void plusSquares(Staging from, Staging centre, int n) {
            double[] to = array;
            double[] x = ((OfDoubles) from).array;
            double[] m = ((OfDoubles) centre).array;
            for (int i = 0; i < n; i++) {
                to[i] += (x[i] - m[i]) * (x[i] - m[i]);
            }
        }

        @Override
        void plusProducts(Staging weight, Staging from, Staging centre, int n) {
            double[] to = array;
            double[] w = ((OfDoubles) weight).array;
            double[] x = ((OfDoubles) from).array;
            double[] m = ((OfDoubles) centre).array;
            for (int i = 0; i < n; i++) {
                to[i] += w[i] * (x[i] - m[i]);
            }
        }

        @Override
        void normalise(Staging centre, Staging scale, Staging shift, int n) {
            double[] to = array;
            double[] m = ((OfDoubles) centre).array;
            double[] a = ((OfDoubles) scale).array;
            double[] b = ((OfDoubles) shift).array;
            for (int i = 0; i < n; i++) {
                to[i] = (to[i] - m[i]) * a[i] + b[i];
            }
        }

        @Override
        void change(Staging from, Staging[] by, int n) {
            double[] to = array;
            double[] x = ((OfDoubles) from).array;
            double[] m = ((OfDoubles) by[0]).array;
            double[] b = ((OfDoubles) by[1]).array;
            double[] a = ((OfDoubles) by[2]).array;
            double[] scale = ((OfDoubles) by[3]).array;
            for (int i = 0; i < n; i++) {
                to[i] = (to[i] - a[i] - (x[i] - m[i]) * b[i]) * scale[i];
            }
        }

        @Override
        void clearAt(int from, int count) {
            for (int i = from; i < from + count; i++) {
                array[i] = 0;
            }
        }
    }
}

package chainrule.kernel;

import chainrule.tensor.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Arrays on the heap to which kernels copy a block of elements before they compute: HotSpot vectorises loops over arrays,
 * and not those over other memory. One set serves all kernels of a memory, since one of them runs at a time.
 */
final class Blocks {
    /** Elements of a block: three of them stay in a processor's first cache. */
    static final int LENGTH = 1024;
    /** Smaller buffers are read element by element; copying them costs more than it saves. */
    static final int WORTHWHILE = 24;

    private static final int ARRAYS = 5;

    private final float[][] floats = new float[ARRAYS][];
    private final double[][] doubles = new double[ARRAYS][];
    private final int[][] ints = new int[ARRAYS][];
    private final @Nullable Staging[] stagings = new Staging[2];
    private final Registers registers = new Registers();
    private final ByteBuffer bytes =
            ByteBuffer.allocateDirect(LENGTH * Integer.BYTES).order(ByteOrder.nativeOrder());
    private final FloatBuffer asFloats = bytes.asFloatBuffer();
    private final IntBuffer asInts = bytes.asIntBuffer();

    /** The arrays that sweeps work on. */
    Registers registers() {
        return registers;
    }

    /** One of the arrays of floats; what is in it holds until another kernel runs. */
    float[] floats(int which) {
        if (floats[which] == null) {
            floats[which] = new float[LENGTH];
        }
        return floats[which];
    }

    /** One of the arrays of doubles. */
    double[] doubles(int which) {
        if (doubles[which] == null) {
            doubles[which] = new double[LENGTH];
        }
        return doubles[which];
    }

    /** One of the arrays of ints. */
    int[] ints(int which) {
        if (ints[which] == null) {
            ints[which] = new int[LENGTH];
        }
        return ints[which];
    }

    /** A larger array for elements that are rearranged, of one of two. */
    Staging staging(int which, Precision precision, int length) {
        Staging found = stagings[which];
        if (found == null || found.length() < length) {
            found = Staging.of(precision, length);
            stagings[which] = found;
        }
        return found;
    }

    /** The bits of floats as ints. */
    void bits(float[] from, int[] to, int count) {
        for (int done = 0; done < count; done += LENGTH) {
            int n = Math.min(LENGTH, count - done);
            asFloats.put(0, from, done, n);
            asInts.get(0, to, done, n);
        }
    }

    /** Floats of these bits. */
    void floats(int[] bits, float[] to, int count) {
        asInts.put(0, bits, 0, count);
        asFloats.get(0, to, 0, count);
    }
}

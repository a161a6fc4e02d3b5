package chainrule.kernel;

import chainrule.tensor.Precision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One ND4J array of zeros that buffers are cut from: thousands of scalars take one allocation, not thousands. */
final class Slab {
    /** Buffers of so many elements or more begin where vector instructions like to read, 64 bytes apart. */
    private static final int ALIGNED_FROM = 16;

    private final INDArray array;
    private final Precision precision;
    private final long size;
    private final Resources resources;
    private @Nullable FloatBuffer floats;
    private @Nullable DoubleBuffer doubles;
    private @Nullable IntBuffer bits;
    private @Nullable LongBuffer pairs;
    private long used;

    Slab(Precision precision, long size, Resources resources) {
        this.resources = resources;
        this.array = Nd4j.create(
                precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT, resources.planned() ? 1 : size);
        this.precision = precision;
        this.size = size;
    }

    INDArray array() {
        return array;
    }

    Precision precision() {
        return precision;
    }

    /** Arrays for the running thread. */
    Blocks blocks() {
        return Team.blocks(resources.blocks());
    }

    Team team() {
        return resources.team();
    }

    Extras extras() {
        return resources.extras();
    }

    /** Whether there is no memory: buffers are bound and counted, and nothing is written. */
    boolean planned() {
        return resources.planned();
    }

    Stop stop() {
        return resources.stop();
    }

    Engine engine() {
        return resources.engine();
    }

    /** What kernels on a memory share. */
    record Resources(Blocks blocks, Extras extras, Engine engine, Stop stop, Team team, boolean planned) {}

    /** Copies elements to the start of an array. */
    void read(long from, float[] to, int count) {
        floats().get(Math.toIntExact(from), to, 0, count);
    }

    void read(long from, double[] to, int count) {
        doubles().get(Math.toIntExact(from), to, 0, count);
    }

    /** Copies elements to a place in an array. */
    void read(long from, float[] to, int at, int count) {
        floats().get(Math.toIntExact(from), to, at, count);
    }

    void read(long from, double[] to, int at, int count) {
        doubles().get(Math.toIntExact(from), to, at, count);
    }

    /** Copies elements from a place in an array. */
    void write(long to, float[] from, int at, int count) {
        floats().put(Math.toIntExact(to), from, at, count);
    }

    void write(long to, double[] from, int at, int count) {
        doubles().put(Math.toIntExact(to), from, at, count);
    }

    /** Copies elements from the start of an array. */
    void write(long to, float[] from, int count) {
        floats().put(Math.toIntExact(to), from, 0, count);
    }

    void write(long to, double[] from, int count) {
        doubles().put(Math.toIntExact(to), from, 0, count);
    }

    /** Copies the bits of floats to the start of an array. */
    void readBits(long from, int[] to, int count) {
        bits().get(Math.toIntExact(from), to, 0, count);
    }

    /** Copies the bits of floats from the start of an array. */
    void writeBits(long to, int[] from, int count) {
        bits().put(Math.toIntExact(to), from, 0, count);
    }

    /** Copies the bits of pairs of floats, counted in pairs, to the start of an array. */
    void readPairs(long from, long[] to, int count) {
        pairs().get(Math.toIntExact(from), to, 0, count);
    }

    /** Copies the bits of pairs of floats from the start of an array. */
    void writePairs(long to, long[] from, int count) {
        pairs().put(Math.toIntExact(to), from, 0, count);
    }

    /** Sets elements to one value. */
    void fill(long from, long count, double value) {
        if (precision == Precision.DOUBLE) {
            double[] block = blocks().doubles(3);
            Arrays.fill(block, 0, (int) Math.min(count, block.length), value);
            for (long done = 0; done < count; done += block.length) {
                write(from + done, block, (int) Math.min(block.length, count - done));
            }
        } else {
            float[] block = blocks().floats(3);
            Arrays.fill(block, 0, (int) Math.min(count, block.length), (float) value);
            for (long done = 0; done < count; done += block.length) {
                write(from + done, block, (int) Math.min(block.length, count - done));
            }
        }
    }

    /** Copies elements of a slab of the same precision. */
    void copy(long to, Slab from, long start, int count) {
        if (precision == Precision.DOUBLE) {
            doubles().put(Math.toIntExact(to), from.doubles(), Math.toIntExact(start), count);
        } else {
            floats().put(Math.toIntExact(to), from.floats(), Math.toIntExact(start), count);
        }
    }

    private IntBuffer bits() {
        loopsOnly();
        IntBuffer view = bits;
        if (view == null) {
            view = new IntPointer(array.data().addressPointer()).capacity(size).asBuffer();
            bits = view;
        }
        return view;
    }

    private LongBuffer pairs() {
        loopsOnly();
        LongBuffer view = pairs;
        if (view == null) {
            view = new LongPointer(array.data().addressPointer())
                    .capacity(size / 2)
                    .asBuffer();
            pairs = view;
        }
        return view;
    }

    private FloatBuffer floats() {
        loopsOnly();
        FloatBuffer view = floats;
        if (view == null) {
            view = new FloatPointer(array.data().addressPointer())
                    .capacity(size)
                    .asBuffer();
            floats = view;
        }
        return view;
    }

    private DoubleBuffer doubles() {
        loopsOnly();
        DoubleBuffer view = doubles;
        if (view == null) {
            view = new DoublePointer(array.data().addressPointer())
                    .capacity(size)
                    .asBuffer();
            doubles = view;
        }
        return view;
    }

    /** Memory that operations work on may lie where loops do not reach it. */
    private void loopsOnly() {
        if (engine() == Engine.OPERATIONS) {
            throw new IllegalStateException("a loop on memory that only operations work on");
        }
    }

    /** Elements of this slab as an array of its own over the same memory. */
    INDArray shaped(long offset, long[] dims, long[] strides) {
        return Nd4j.create(array.data(), dims, strides, offset, 'c');
    }

    /** Elements that so many take at the end of this slab, with the gap before them. */
    private long start(long elements) {
        return elements < ALIGNED_FROM ? used : (used + ALIGNED_FROM - 1) / ALIGNED_FROM * ALIGNED_FROM;
    }

    boolean fits(long elements) {
        return start(elements) + elements <= size;
    }

    /** Takes elements that {@link #fits fit} and answers where they begin. */
    long take(long elements) {
        long start = start(elements);
        used = start + elements;
        return start;
    }

    /** Takes the next elements without a gap and answers where they begin. */
    long takeNext(long elements) {
        long start = used;
        used += elements;
        return start;
    }

    /** A row of this slab's elements as an array of its own over the same memory. */
    INDArray window(long offset, long length) {
        return planned() || (offset == 0 && length == size)
                ? array
                : Nd4j.create(array.data(), new long[] {length}, new long[] {1}, offset, 'c');
    }

    /** The address of an element; valid while this slab is held. */
    Pointer pointer(long offset) {
        loopsOnly();
        Pointer start = array.data().addressPointer();
        return precision == Precision.DOUBLE
                ? new DoublePointer(start).getPointer(offset)
                : new FloatPointer(start).getPointer(offset);
    }
}

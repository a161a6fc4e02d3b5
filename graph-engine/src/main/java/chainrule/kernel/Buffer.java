package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Contiguous, row-major elements of an ND4J array with a shape of ours. Owned by a {@link Memory}, borrowed by kernels;
 * it holds the array, so that the memory behind its pointer stays alive.
 */
public final class Buffer {
    private final Slab slab;
    private final long offset;
    private final Shape shape;
    private final @Nullable DoubleIndexer doubles;
    private final @Nullable FloatIndexer floats;
    private @Nullable INDArray array;

    Buffer(Slab slab, long offset, Shape shape) {
        this.slab = slab;
        this.offset = offset;
        this.shape = shape;
        boolean loops = slab.engine() == Engine.LOOPS && !slab.planned();
        Indexer indexer = loops ? slab.array().data().indexer() : null;
        this.doubles = indexer instanceof DoubleIndexer d ? d : null;
        this.floats = indexer instanceof FloatIndexer f ? f : null;
    }

    /** Buffers of one array in the order in which they lie; buffers of others in any order. */
    static final Comparator<Buffer> BY_PLACE = Comparator.<Buffer>comparingInt(b -> System.identityHashCode(b.slab))
            .thenComparingLong(b -> b.offset);

    /** Whether this buffer begins where another ends. */
    boolean follows(Buffer before) {
        return slab == before.slab && offset == before.offset + before.size();
    }

    /** The first elements of this memory under another shape. */
    public Buffer beginning(Shape of) {
        if (of.size() > size()) {
            throw new IllegalArgumentException(of + " in memory for " + shape);
        }
        return new Buffer(slab, offset, of);
    }

    /** Elements from one on under another shape. */
    Buffer part(long from, Shape of) {
        if (from + of.size() > size()) {
            throw new IllegalArgumentException(of + " from " + from + " in memory for " + shape);
        }
        return new Buffer(slab, offset + from, of);
    }

    /** Whether another buffer has some of the same memory. */
    boolean overlaps(Buffer other) {
        return slab == other.slab && offset < other.offset + other.size() && other.offset < offset + size();
    }

    /** Whether another buffer has exactly the same memory. */
    boolean coincides(Buffer other) {
        return slab == other.slab && offset == other.offset && size() == other.size();
    }

    /** All elements of buffers that follow each other, as one vector. */
    static Buffer joined(List<Buffer> row) {
        long size = row.stream().mapToLong(Buffer::size).sum();
        return new Buffer(row.get(0).slab, row.get(0).offset, Shape.of(Math.toIntExact(size)));
    }

    public Shape shape() {
        return shape;
    }

    public long size() {
        return shape.size();
    }

    public Precision precision() {
        return slab.precision();
    }

    /** The element at a row-major position. */
    public double get(long position) {
        if (doubles != null) {
            return doubles.get(offset + position);
        }
        return floats != null
                ? floats.get(offset + position)
                : slab.array().data().getDouble(offset + position);
    }

    /** Stores an element, rounded to the buffer's precision. */
    public void set(long position, double value) {
        if (doubles != null) {
            doubles.put(offset + position, value);
        } else if (floats != null) {
            floats.put(offset + position, (float) value);
        } else if (!slab.planned()) {
            slab.array().data().put(offset + position, value);
        }
    }

    /** Copies so many elements from a position on to the start of an array. */
    public void read(long from, float[] to, int count) {
        slab.read(offset + from, to, count);
    }

    /** The same for a buffer of doubles. */
    public void read(long from, double[] to, int count) {
        slab.read(offset + from, to, count);
    }

    /** Copies so many elements from a position on to a place in an array. */
    void read(long from, float[] to, int at, int count) {
        slab.read(offset + from, to, at, count);
    }

    void read(long from, double[] to, int at, int count) {
        slab.read(offset + from, to, at, count);
    }

    /** Copies so many elements from a place in an array to a position. */
    void write(long to, float[] from, int at, int count) {
        slab.write(offset + to, from, at, count);
    }

    void write(long to, double[] from, int at, int count) {
        slab.write(offset + to, from, at, count);
    }

    /** Copies so many elements from the start of an array to a position. */
    public void write(long to, float[] from, int count) {
        slab.write(offset + to, from, count);
    }

    /** The same for a buffer of doubles. */
    public void write(long to, double[] from, int count) {
        slab.write(offset + to, from, count);
    }

    /** Copies elements to the start of an array of doubles, whatever the precision. */
    void readWide(long from, double[] to, int count) {
        if (precision() == Precision.DOUBLE) {
            read(from, to, count);
            return;
        }
        float[] block = blocks().floats(0);
        for (int done = 0; done < count; done += block.length) {
            int n = Math.min(block.length, count - done);
            read(from + done, block, n);
            for (int i = 0; i < n; i++) {
                to[done + i] = block[i];
            }
        }
    }

    /** Copies elements from the start of an array of doubles, rounded to the precision. */
    void writeWide(long to, double[] from, int count) {
        if (precision() == Precision.DOUBLE) {
            write(to, from, count);
            return;
        }
        float[] block = blocks().floats(0);
        for (int done = 0; done < count; done += block.length) {
            int n = Math.min(block.length, count - done);
            for (int i = 0; i < n; i++) {
                block[i] = (float) from[done + i];
            }
            write(to + done, block, n);
        }
    }

    /** Copies the bits of so many floats from a position on to the start of an array. */
    void readBits(long from, int[] to, int count) {
        slab.readBits(offset + from, to, count);
    }

    /** Copies the bits of so many floats from the start of an array to a position. */
    void writeBits(long to, int[] from, int count) {
        slab.writeBits(offset + to, from, count);
    }

    /** Whether floats can be read two at a time from the first on. */
    boolean inPairs() {
        return offset % 2 == 0;
    }

    /** Copies the bits of so many pairs of floats, from a pair on, to the start of an array. */
    void readPairs(long from, long[] to, int count) {
        slab.readPairs(offset / 2 + from, to, count);
    }

    /** Copies the bits of so many pairs of floats from the start of an array. */
    void writePairs(long to, long[] from, int count) {
        slab.writePairs(offset / 2 + to, from, count);
    }

    /** Sets so many elements from a position on. */
    void fill(long from, long count, double value) {
        slab.fill(offset + from, count, value);
    }

    /** Copies so many elements of another buffer of this precision. */
    void copy(long to, Buffer from, long start, int count) {
        slab.copy(offset + to, from.slab, from.offset + start, count);
    }

    /** Whether ND4J's operations are all that may compute on this buffer. */
    public boolean byOperations() {
        return slab.engine() == Engine.OPERATIONS;
    }

    /** What ends work on this buffer before it is done. */
    public Stop stop() {
        return slab.stop();
    }

    /** The threads that share the work on this buffer. */
    Team team() {
        return slab.team();
    }

    /** Arrays that operations on this buffer may need beside it. */
    Extras extras() {
        return slab.extras();
    }

    /** The elements as an ND4J array of a shape of as many. */
    INDArray shaped(Shape as) {
        return as.isScalar() ? array().reshape('c', new long[0]) : shaped(0, Worksheet.dims(as), as.strides());
    }

    /** Elements from a place on as an ND4J array. */
    INDArray shaped(long from, long[] dims, long[] strides) {
        return slab.shaped(offset + from, dims, strides);
    }

    /** Arrays that kernels on this buffer may copy to. */
    Blocks blocks() {
        return slab.blocks();
    }

    /** Overwrites every element. */
    public void load(Tensor values) {
        if (slab.planned()) {
            return;
        }
        if (!values.shape().equals(shape)) {
            throw new IllegalArgumentException("values of shape " + values.shape() + " for a buffer of " + shape);
        }
        for (int i = 0; i < values.size(); i++) {
            set(i, values.at(i));
        }
    }

    /** Sets every element to one value. */
    public void fill(double value) {
        if (slab.planned()) {
            return;
        }
        if (byOperations()) {
            array().assign(value);
            return;
        }
        if (size() >= Blocks.WORTHWHILE) {
            slab.fill(offset, size(), value);
            return;
        }
        for (long i = 0; i < size(); i++) {
            set(i, value);
        }
    }

    /** A frozen copy. */
    public Tensor snapshot() {
        double[] copy = new double[Math.toIntExact(size())];
        if (copy.length >= Blocks.WORTHWHILE && !byOperations()) {
            readWide(0, copy, copy.length);
        } else {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = get(i);
            }
        }
        return Tensor.of(shape, copy);
    }

    /** The elements as an ND4J array of one axis, made when first asked for. */
    INDArray array() {
        INDArray made = array;
        if (made == null) {
            made = slab.window(offset, size());
            array = made;
        }
        return made;
    }

    /** The address of the first element; valid while this buffer is held. */
    Pointer pointer() {
        return slab.pointer(offset);
    }
}

package chainrule.kernel;

import chainrule.tensor.Precision;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
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
    private long used;

    Slab(Precision precision, long size) {
        this.array = Nd4j.create(precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT, size);
        this.precision = precision;
        this.size = size;
    }

    INDArray array() {
        return array;
    }

    Precision precision() {
        return precision;
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
        return offset == 0 && length == size
                ? array
                : Nd4j.create(array.data(), new long[] {length}, new long[] {1}, offset, 'c');
    }

    /** The address of an element; valid while this slab is held. */
    Pointer pointer(long offset) {
        Pointer start = array.data().addressPointer();
        return precision == Precision.DOUBLE
                ? new DoublePointer(start).getPointer(offset)
                : new FloatPointer(start).getPointer(offset);
    }
}

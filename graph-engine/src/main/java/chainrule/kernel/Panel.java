package chainrule.kernel;

import chainrule.tensor.Precision;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** A matrix somewhere in a buffer, whose place is chosen when it is used. It keeps the buffer's memory alive. */
final class Panel {
    private final Buffer buffer;
    private final FloatPointer floats;
    private final DoublePointer doubles;
    private final int leading;
    private final boolean transposed;
    private long start;
    private long along;

    /**
     * @param leading elements from one row in memory to the next
     * @param transposed whether the memory holds the transpose
     */
    Panel(Buffer buffer, int leading, boolean transposed) {
        this.buffer = buffer;
        boolean wide = buffer.precision() == Precision.DOUBLE;
        this.floats = wide ? new FloatPointer() : new FloatPointer(buffer.pointer());
        this.doubles = wide ? new DoublePointer(buffer.pointer()) : new DoublePointer();
        this.leading = leading;
        this.transposed = transposed;
    }

    /**
     * A whole matrix, which can be moved along one of its axes.
     *
     * @param along elements from one place along that axis to the next
     */
    Panel(Matrix matrix, long along) {
        this(matrix.buffer(), matrix.leading(), matrix.transposed());
        this.start = matrix.offset();
        this.along = along;
        at(start);
    }

    /** This panel, so many places along its axis. */
    Panel further(long places) {
        return at(start + places * along);
    }

    /** The matrix that begins at an element. */
    Panel at(long element) {
        if (buffer.precision() == Precision.DOUBLE) {
            doubles.position(element);
        } else {
            floats.position(element);
        }
        return this;
    }

    Buffer buffer() {
        return buffer;
    }

    FloatPointer floats() {
        return floats;
    }

    DoublePointer doubles() {
        return doubles;
    }

    int leading() {
        return leading;
    }

    boolean transposed() {
        return transposed;
    }
}

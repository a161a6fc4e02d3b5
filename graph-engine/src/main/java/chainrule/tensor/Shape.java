package chainrule.tensor;

import chainrule.language.Phrases;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lengths of a tensor's axes, outermost first; rank 0 is a scalar. Every length is at least 1. */
public final class Shape {
    private static final Phrases WORDS = Phrases.of(Shape.class);
    private static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final long size;

    private Shape(int[] dims) {
        this.dims = dims;
        long product = 1;
        for (int dim : dims) {
            if (dim < 1) {
                throw new IllegalArgumentException("axis of length " + dim + " in " + Arrays.toString(dims));
            }
            product = Math.multiplyExact(product, (long) dim);
        }
        this.size = product;
    }

    /**
     * The shape with these axis lengths.
     *
     * @throws IllegalArgumentException where a length is below 1
     * @throws ArithmeticException where the product does not fit a long
     */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    public static Shape scalar() {
        return SCALAR;
    }

    public int rank() {
        return dims.length;
    }

    /** Length of an axis; a negative axis counts from the end. */
    public int dim(int axis) {
        return dims[axis < 0 ? axis + dims.length : axis];
    }

    public int[] dims() {
        return dims.clone();
    }

    /** Number of elements. */
    public long size() {
        return size;
    }

    public boolean isScalar() {
        return dims.length == 0;
    }

    /** Elements that one step along each axis passes over, in row-major order. */
    public long[] strides() {
        long[] strides = new long[dims.length];
        long step = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= dims[i];
        }
        return strides;
    }

    /** Whether both broadcast to one shape by the trailing-axis rule of NumPy. */
    public boolean broadcastsWith(Shape other) {
        int common = Math.min(rank(), other.rank());
        return IntStream.rangeClosed(1, common)
                .allMatch(i -> dim(-i) == other.dim(-i) || dim(-i) == 1 || other.dim(-i) == 1);
    }

    /** The shape that both broadcast to. */
    public Shape broadcast(Shape other) {
        if (!broadcastsWith(other)) {
            throw new IllegalArgumentException(this + " does not broadcast with " + other);
        }
        Shape longer = rank() >= other.rank() ? this : other;
        Shape shorter = longer == this ? other : this;
        int[] result = longer.dims.clone();
        for (int i = 1; i <= shorter.rank(); i++) {
            int at = result.length - i;
            result[at] = Math.max(result[at], shorter.dim(-i));
        }
        return of(result);
    }

    /** The strides for walking this shape as if it were the larger {@code target}: 0 along each repeated axis. */
    public long[] stridesWithin(Shape target) {
        long[] own = strides();
        long[] result = new long[target.rank()];
        for (int i = 1; i <= rank(); i++) {
            result[target.rank() - i] = dim(-i) == 1 ? 0 : own[rank() - i];
        }
        return result;
    }

    /** This shape without one axis. */
    public Shape without(int axis) {
        int at = axis < 0 ? axis + rank() : axis;
        return of(IntStream.range(0, rank())
                .filter(i -> i != at)
                .map(i -> dims[i])
                .toArray());
    }

    /** This shape with another length along one axis. */
    public Shape with(int axis, int length) {
        int[] result = dims.clone();
        result[axis < 0 ? axis + rank() : axis] = length;
        return of(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** As a learner reads it: {@code a number}, {@code 3}, {@code 2×3}. */
    @Override
    public String toString() {
        return dims.length == 0
                ? WORDS.text("shape.number")
                : Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}

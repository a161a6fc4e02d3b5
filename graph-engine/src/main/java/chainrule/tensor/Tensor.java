package chainrule.tensor;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A frozen array of numbers with a shape, row-major; what leaves the engine, and what a setting holds. */
public final class Tensor {
    private final Shape shape;
    private final double[] elements;

    private Tensor(Shape shape, double[] elements) {
        if (shape.size() != elements.length) {
            throw new IllegalArgumentException(elements.length + " elements for shape " + shape);
        }
        this.shape = shape;
        this.elements = elements;
    }

    /** A tensor of a copy of these elements, row-major. */
    public static Tensor of(Shape shape, double... elements) {
        return new Tensor(shape, elements.clone());
    }

    public static Tensor scalar(double value) {
        return new Tensor(Shape.scalar(), new double[] {value});
    }

    public static Tensor vector(double... elements) {
        return new Tensor(Shape.of(elements.length), elements.clone());
    }

    public static Tensor filled(Shape shape, double value) {
        double[] elements = new double[Math.toIntExact(shape.size())];
        Arrays.fill(elements, value);
        return new Tensor(shape, elements);
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return elements.length;
    }

    /** The element at a row-major position. */
    public double at(int position) {
        return elements[position];
    }

    /** The only element of a tensor of size 1. */
    public double item() {
        if (elements.length != 1) {
            throw new IllegalStateException("item() of a tensor of shape " + shape);
        }
        return elements[0];
    }

    public double[] toArray() {
        return elements.clone();
    }

    /** This tensor with one element replaced. */
    public Tensor with(int position, double value) {
        double[] copy = elements.clone();
        copy[position] = value;
        return new Tensor(shape, copy);
    }

    /**
     * The sums of the elements of two tensors of one shape.
     *
     * @throws IllegalArgumentException where the shapes differ
     */
    public Tensor plus(Tensor other) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException(shape + " plus " + other.shape);
        }
        double[] sum = elements.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.elements[i];
        }
        return new Tensor(shape, sum);
    }

    public Tensor map(DoubleUnaryOperator function) {
        return new Tensor(shape, Arrays.stream(elements).map(function).toArray());
    }

    /** The Euclidean length of all elements. */
    public double norm() {
        double sum = 0;
        for (double e : elements) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    public boolean isFinite() {
        for (double e : elements) {
            if (!Double.isFinite(e)) {
                return false;
            }
        }
        return true;
    }

    /** Equal in shape and in the bits of every element; NaN equals NaN. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t && shape.equals(t.shape) && Arrays.equals(elements, t.elements);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return shape.isScalar() ? Double.toString(elements[0]) : shape + " " + Arrays.toString(elements);
    }
}

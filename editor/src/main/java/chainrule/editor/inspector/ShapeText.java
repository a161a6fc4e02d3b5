package chainrule.editor.inspector;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shapes as they are typed, {@code 2 × 3} or {@code 2x3} or {@code 2 3}, nothing for a number; and tensors put into them. */
final class ShapeText {
    private static final int MOST_ELEMENTS = 1_000_000;
    private static final int MOST_AXES = 6;

    private ShapeText() {}

    /** The shape; empty where the text is none, or one of too many elements to edit by hand. */
    static Optional<Shape> read(String text) {
        String plain = text.strip()
                .replaceAll("[\\[\\]()]", "")
                .replaceAll("[×xX*,;]", " ")
                .strip();
        if (plain.isEmpty() || plain.equals("number")) {
            return Optional.of(Shape.scalar());
        }
        String[] parts = plain.split("\\s+", 0);
        if (parts.length > MOST_AXES || !Arrays.stream(parts).allMatch(p -> p.matches("[1-9]\\d{0,6}"))) {
            return Optional.empty();
        }
        int[] dims = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        double size = Arrays.stream(dims).asDoubleStream().reduce(1, (a, b) -> a * b);
        return size > MOST_ELEMENTS ? Optional.empty() : Optional.of(Shape.of(dims));
    }

    static String write(Shape shape) {
        return Arrays.stream(shape.dims()).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
    }

    /**
     * A tensor in another shape. Where both have as many elements they keep their row-major order; else each element
     * keeps its place, counted from the end of the axes, and new places are 0.
     */
    static Tensor reshaped(Tensor tensor, Shape to) {
        if (tensor.shape().size() == to.size()) {
            return Tensor.of(to, tensor.toArray());
        }
        return placed(tensor, to);
    }

    /** A tensor with so many rows and columns along its last two axes; a vector gets rows only where it needs them. */
    static Tensor grown(Tensor tensor, int rows, int columns) {
        Shape shape = tensor.shape();
        Shape to = shape.rank() < 2 && rows == 1
                ? Shape.of(columns)
                : shape.rank() < 2
                        ? Shape.of(rows, columns)
                        : shape.with(-1, columns).with(-2, rows);
        return to.equals(shape) ? tensor : placed(tensor, to);
    }

    private static Tensor placed(Tensor tensor, Shape to) {
        double[] elements = new double[(int) to.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = elementAt(tensor, to, i);
        }
        return Tensor.of(to, elements);
    }

    private static double elementAt(Tensor tensor, Shape to, int position) {
        Shape from = tensor.shape();
        long[] strides = to.strides();
        long[] own = from.strides();
        long left = position;
        long found = 0;
        for (int axis = 0; axis < to.rank(); axis++) {
            int index = (int) (left / strides[axis]);
            left %= strides[axis];
            int same = axis - to.rank() + from.rank();
            if (same < 0 ? index > 0 : index >= from.dim(same)) {
                return 0;
            }
            found += same < 0 ? 0 : index * own[same];
        }
        return tensor.at((int) found);
    }
}

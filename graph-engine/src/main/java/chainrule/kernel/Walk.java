package chainrule.kernel;

import chainrule.tensor.Shape;

/** Positions of a strided walk through an array: what slices, permutations, borders and copies have in common. */
public final class Walk {
    private Walk() {}

    /**
     * Where each element of {@code shape}, in row-major order, lies in another array.
     *
     * @param strides elements of the other array that one step along each axis passes; 0 repeats, negative goes back
     * @param start position of the first element
     */
    public static int[] positions(Shape shape, long[] strides, long start) {
        int[] result = new int[Math.toIntExact(shape.size())];
        result[0] = Math.toIntExact(start);
        int done = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int block = done;
            for (int i = 1; i < shape.dim(axis); i++) {
                for (int j = 0; j < block; j++) {
                    result[done++] = Math.toIntExact(result[j] + i * strides[axis]);
                }
            }
        }
        return result;
    }
}

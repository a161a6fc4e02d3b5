package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.Arrays;

/**
 * The one place that broadcasts. Operands are read as if repeated to their common shape; where the result is smaller
 * than that shape, the values that fall on one of its elements are summed, in double and in row-major order.
 *
 * <p>The last axes along which every buffer either goes on or stays where it is are one run; runs are computed block by
 * block where they are long, element by element where they are short.
 */
final class Broadcasting {
    private final Elementwise function;
    private final Buffer[] operands;
    private final Buffer result;
    private final int[] dims;
    private final int[] index;
    private final long[][] strides;
    private final double[] sums;
    private final long[] at;
    private final int outer;
    private final long run;
    private final boolean[] runs;

    Broadcasting(Elementwise function, Buffer result, Buffer... operands) {
        Shape common = result.shape();
        for (Buffer operand : operands) {
            common = common.broadcast(operand.shape());
        }
        this.function = function;
        this.operands = operands;
        this.result = result;
        this.dims = common.dims();
        this.index = new int[dims.length];
        this.strides = new long[operands.length + 1][];
        for (int i = 0; i < operands.length; i++) {
            strides[i] = operands[i].shape().stridesWithin(common);
        }
        strides[operands.length] = result.shape().stridesWithin(common);
        this.sums = result.size() == common.size() ? new double[0] : new double[Math.toIntExact(result.size())];
        this.at = new long[operands.length + 1];
        this.runs = new boolean[operands.length + 1];
        this.outer = firstOfRun();
        this.run = length(outer);
        for (int k = 0; k < runs.length; k++) {
            runs[k] = run > 1 && goesOn(strides[k], outer);
        }
    }

    Kernel kernel() {
        if (run < Blocks.WORTHWHILE) {
            return this::byElement;
        }
        BlockRuns blocks = result.precision() == Precision.FLOAT
                ? new FloatRuns(function, operands, result, runs)
                : new DoubleRuns(function, operands, result, runs);
        return () -> byRun(blocks);
    }

    private void byRun(BlockRuns blocks) {
        boolean summing = sums.length > 0;
        start();
        blocks.start();
        boolean more = true;
        while (more) {
            if (summing) {
                blocks.add(at, run, sums);
            } else {
                blocks.write(at, run);
            }
            more = advanced(outer - 1);
        }
        storeSums();
    }

    private void byElement() {
        boolean summing = sums.length > 0;
        int last = operands.length;
        start();
        boolean more = true;
        while (more) {
            if (summing) {
                sums[(int) at[last]] += function.at(operands, at);
            } else {
                result.set(at[last], function.at(operands, at));
            }
            more = advanced(dims.length - 1);
        }
        storeSums();
    }

    private void start() {
        Arrays.fill(sums, 0);
        Arrays.fill(at, 0);
        Arrays.fill(index, 0);
    }

    private void storeSums() {
        for (int i = 0; i < sums.length; i++) {
            result.set(i, sums[i]);
        }
    }

    /** Moves all positions on by one along the axes up to {@code last}; false at the end. */
    private boolean advanced(int last) {
        int axis = last;
        while (axis >= 0 && ++index[axis] == dims[axis]) {
            index[axis] = 0;
            move(axis, 1 - dims[axis]);
            axis--;
        }
        if (axis < 0) {
            return false;
        }
        move(axis, 1);
        return true;
    }

    private void move(int axis, int steps) {
        for (int k = 0; k < at.length; k++) {
            at[k] += strides[k][axis] * steps;
        }
    }

    private int firstOfRun() {
        int first = dims.length;
        while (first > 0 && Arrays.stream(strides).allMatch(uniform(first - 1))) {
            first--;
        }
        return first;
    }

    /** Whether strides from an axis on are those of one run. */
    private java.util.function.Predicate<long[]> uniform(int axis) {
        return stride -> goesOn(stride, axis) || stays(stride, axis);
    }

    private boolean goesOn(long[] stride, int from) {
        for (int axis = from; axis < dims.length; axis++) {
            if (dims[axis] > 1 && stride[axis] != length(axis + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean stays(long[] stride, int from) {
        return Arrays.stream(stride, from, dims.length).allMatch(s -> s == 0);
    }

    private long length(int from) {
        long length = 1;
        for (int axis = from; axis < dims.length; axis++) {
            length *= dims[axis];
        }
        return length;
    }
}

package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.Arrays;

/**
 * The one place that broadcasts. Operands are read as if repeated to their common shape; where the result is smaller
 * than that shape, the values that fall on one of its elements are summed, in double and in row-major order.
 */
final class Broadcasting {
    private final Buffer[] operands;
    private final Buffer result;
    private final int[] dims;
    private final int[] index;
    private final long[][] strides;
    private final boolean aligned;
    private final double[] sums;

    Broadcasting(Buffer result, Buffer... operands) {
        Shape common = result.shape();
        for (Buffer operand : operands) {
            common = common.broadcast(operand.shape());
        }
        Shape all = common;
        this.operands = operands;
        this.result = result;
        this.dims = all.dims();
        this.index = new int[dims.length];
        this.strides = new long[operands.length + 1][];
        for (int i = 0; i < operands.length; i++) {
            strides[i] = operands[i].shape().stridesWithin(all);
        }
        strides[operands.length] = result.shape().stridesWithin(all);
        this.aligned = result.size() == all.size()
                && Arrays.stream(operands).allMatch(b -> b.size() == all.size() || b.size() == 1);
        this.sums = result.size() == all.size() ? new double[0] : new double[Math.toIntExact(result.size())];
    }

    /** A kernel that gives {@code body} the positions of one element in every operand and stores what it answers. */
    Kernel bind(Element body) {
        long[] at = new long[operands.length];
        return aligned ? () -> runAligned(body, at) : () -> runStrided(body, at);
    }

    /** Computes one element from the positions in each operand. */
    interface Element {
        double at(long[] positions);
    }

    private void runAligned(Element body, long[] at) {
        long size = result.size();
        for (long i = 0; i < size; i++) {
            for (int k = 0; k < at.length; k++) {
                at[k] = operands[k].size() == 1 ? 0 : i;
            }
            result.set(i, body.at(at));
        }
    }

    private void runStrided(Element body, long[] at) {
        boolean summing = sums.length > 0;
        Arrays.fill(sums, 0);
        Arrays.fill(at, 0);
        Arrays.fill(index, 0);
        long out = 0;
        boolean more = true;
        while (more) {
            if (summing) {
                sums[(int) out] += body.at(at);
            } else {
                result.set(out, body.at(at));
            }
            int axis = dims.length - 1;
            while (axis >= 0 && ++index[axis] == dims[axis]) {
                index[axis] = 0;
                out = moved(at, axis, 1 - dims[axis], out);
                axis--;
            }
            more = axis >= 0;
            if (more) {
                out = moved(at, axis, 1, out);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            result.set(i, sums[i]);
        }
    }

    private long moved(long[] at, int axis, int steps, long out) {
        for (int k = 0; k < at.length; k++) {
            at[k] += strides[k][axis] * steps;
        }
        return out + strides[at.length][axis] * steps;
    }
}

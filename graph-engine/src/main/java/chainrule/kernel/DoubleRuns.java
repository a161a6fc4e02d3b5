package chainrule.kernel;

import java.util.Arrays;

/** Runs of doubles. */
final class DoubleRuns implements BlockRuns {
    private final Elementwise function;
    private final Buffer[] operands;
    private final Buffer result;
    private final Stop stop;
    private final boolean[] goesOn;
    private final double[][] in;
    private final double[] out;
    /** Where the block of each operand was read from, so that one which stays is read once. */
    private final long[] from;

    /**
     * @param goesOn for each operand, then for the result, whether it goes on along a run or stays at one element
     */
    DoubleRuns(Elementwise function, Buffer[] operands, Buffer result, boolean[] goesOn) {
        this.function = function;
        this.operands = operands;
        this.result = result;
        this.stop = result.stop();
        this.goesOn = goesOn;
        Blocks blocks = result.blocks();
        this.in = new double[operands.length][];
        for (int k = 0; k < in.length; k++) {
            in[k] = blocks.doubles(k);
        }
        this.out = blocks.doubles(3);
        this.from = new long[operands.length];
    }

    @Override
    public void start() {
        Arrays.fill(from, -1);
    }

    @Override
    public void write(long[] at, long length) {
        int last = operands.length;
        for (long done = 0; done < length; done += Blocks.LENGTH) {
            stop.check(done);
            int n = (int) Math.min(Blocks.LENGTH, length - done);
            compute(at, done, n);
            result.write(at[last] + done, out, n);
        }
    }

    @Override
    public void add(long[] at, long length, double[] sums) {
        int last = operands.length;
        for (long done = 0; done < length; done += Blocks.LENGTH) {
            stop.check(done);
            int n = (int) Math.min(Blocks.LENGTH, length - done);
            compute(at, done, n);
            if (goesOn[last]) {
                int to = (int) (at[last] + done);
                for (int i = 0; i < n; i++) {
                    sums[to + i] += out[i];
                }
            } else {
                for (int i = 0; i < n; i++) {
                    sums[(int) at[last]] += out[i];
                }
            }
        }
    }

    private void compute(long[] at, long done, int n) {
        for (int k = 0; k < in.length; k++) {
            long start = goesOn[k] ? at[k] + done : at[k];
            if (start != from[k]) {
                read(k, start, n);
            }
        }
        function.each(in, out, n);
    }

    private void read(int operand, long start, int n) {
        if (goesOn[operand]) {
            operands[operand].read(start, in[operand], n);
        } else {
            Arrays.fill(in[operand], operands[operand].get(start));
        }
        from[operand] = start;
    }
}

package chainrule.kernel;

import java.util.Arrays;

/** Runs of floats. */
final class FloatRuns implements BlockRuns {
    private final Elementwise function;
    private final Buffer[] operands;
    private final Buffer result;
    private final Stop stop;
    private final boolean[] goesOn;
    private final Blocks blocks;
    private final float[][] in;
    private final float[] out;
    /** Where the block of each operand was read from, so that one which stays is read once. */
    private final long[] from;

    /**
     * @param goesOn for each operand, then for the result, whether it goes on along a run or stays at one element
     */
    FloatRuns(Elementwise function, Buffer[] operands, Buffer result, boolean[] goesOn) {
        this.function = function;
        this.operands = operands;
        this.result = result;
        this.stop = result.stop();
        this.goesOn = goesOn;
        this.blocks = result.blocks();
        this.in = new float[operands.length][];
        for (int k = 0; k < in.length; k++) {
            in[k] = blocks.floats(k);
        }
        this.out = blocks.floats(3);
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
                sums[(int) at[last]] += total(out, n);
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
        function.each(in, out, n, blocks);
    }

    private void read(int operand, long start, int n) {
        if (goesOn[operand]) {
            operands[operand].read(start, in[operand], n);
        } else {
            Arrays.fill(in[operand], (float) operands[operand].get(start));
        }
        from[operand] = start;
    }

    /** The sum in double, in four parts that do not wait for each other. */
    static double total(float[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }
}

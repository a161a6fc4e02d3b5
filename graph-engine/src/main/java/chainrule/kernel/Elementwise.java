package chainrule.kernel;

/** A function of the elements of some buffers, one at a time and block by block. */
interface Elementwise {
    /**
     * @param at a position for each operand
     */
    double at(Buffer[] operands, long[] at);

    void each(float[][] in, float[] out, int n, Blocks blocks);

    void each(double[][] in, double[] out, int n);

    static Elementwise of(Unary f) {
        return new Elementwise() {
            @Override
            public double at(Buffer[] operands, long[] at) {
                return f.at(operands[0].get(at[0]));
            }

            @Override
            public void each(float[][] in, float[] out, int n, Blocks blocks) {
                f.each(in[0], out, n, blocks);
            }

            @Override
            public void each(double[][] in, double[] out, int n) {
                f.each(in[0], out, n);
            }
        };
    }

    static Elementwise of(Binary f) {
        return new Elementwise() {
            @Override
            public double at(Buffer[] operands, long[] at) {
                return f.at(operands[0].get(at[0]), operands[1].get(at[1]));
            }

            @Override
            public void each(float[][] in, float[] out, int n, Blocks blocks) {
                f.each(in[0], in[1], out, n, blocks);
            }

            @Override
            public void each(double[][] in, double[] out, int n) {
                f.each(in[0], in[1], out, n);
            }
        };
    }

    static Elementwise of(Ternary f) {
        return new Elementwise() {
            @Override
            public double at(Buffer[] operands, long[] at) {
                return f.at(operands[0].get(at[0]), operands[1].get(at[1]), operands[2].get(at[2]));
            }

            @Override
            public void each(float[][] in, float[] out, int n, Blocks blocks) {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) f.at(in[0][i], in[1][i], in[2][i]);
                }
            }

            @Override
            public void each(double[][] in, double[] out, int n) {
                for (int i = 0; i < n; i++) {
                    out[i] = f.at(in[0][i], in[1][i], in[2][i]);
                }
            }
        };
    }
}

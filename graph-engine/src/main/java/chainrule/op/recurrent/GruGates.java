package chainrule.op.recurrent;

/**
 * The tangents of a GRU from single elements, which come as the gates r, z, n, the state so far, and the weighted sum of
 * the state that r weighs; then the tangents of the three sums, of the gates and of the state so far.
 */
final class GruGates {
    static final int R = 0;
    static final int Z = 1;
    static final int N = 2;
    private static final int STATE = 3;
    private static final int RECALLED = 4;
    private static final int SUM_TANGENTS = 5;
    private static final int TANGENTS = 8;
    private static final int STATE_TANGENT = 11;

    private GruGates() {}

    /** The tangent of a gate. */
    static Cell.Each tangent(int gate, boolean ofState) {
        return switch (gate) {
            case R, Z -> (in, j) -> in[SUM_TANGENTS + gate][j] * logistic(in[gate][j]);
            default ->
                (in, j) -> {
                    double direct = in[SUM_TANGENTS + N][j] * (ofState ? in[R][j] : 1);
                    return (direct + in[TANGENTS + R][j] * in[RECALLED][j]) * hyperbolic(in[N][j]);
                };
        };
    }

    /** The tangent of the next state. */
    static double mixedTangent(double[][] in, int j) {
        return (1 - in[Z][j]) * in[TANGENTS + N][j]
                + in[TANGENTS + Z][j] * (in[STATE][j] - in[N][j])
                + in[Z][j] * in[STATE_TANGENT][j];
    }

    private static double logistic(double y) {
        return y * (1 - y);
    }

    private static double hyperbolic(double y) {
        return 1 - y * y;
    }
}

package chainrule.op.recurrent;

/**
 * What a GRU computes from single elements, and the slopes of it. The elements come as the gates r, z, n, the state so
 * far, and the weighted sum of the state that r weighs; then, backward, the gradients of the gates and of the next
 * state, or, in forward mode, the tangents of the three sums, of the gates and of the state so far.
 */
final class GruGates {
    static final int R = 0;
    static final int Z = 1;
    static final int N = 2;
    private static final int STATE = 3;
    private static final int RECALLED = 4;
    private static final int GRADIENTS = 5;
    private static final int STATE_GRADIENT = 8;
    private static final int SUM_TANGENTS = 5;
    private static final int TANGENTS = 8;
    private static final int STATE_TANGENT = 11;

    private GruGates() {}

    /** n from r, the weighted sum of x and that of the state. */
    static double candidate(double[][] in, int j) {
        return Math.tanh(in[1][j] + in[0][j] * in[2][j]);
    }

    /** The next state: (1 − z) · n + z · h. */
    static double mixed(double[][] in, int j) {
        return (1 - in[Z][j]) * in[N][j] + in[Z][j] * in[STATE][j];
    }

    /** The gradient of the sum of a gate; that of the state's part of n is weighed by r. */
    static Cell.Each delta(int gate, boolean ofState) {
        return switch (gate) {
            case R -> (in, j) -> (in[GRADIENTS + R][j] + ofN(in, j) * in[RECALLED][j]) * logistic(in[R][j]);
            case Z ->
                (in, j) ->
                        (in[GRADIENTS + Z][j] + in[STATE_GRADIENT][j] * (in[STATE][j] - in[N][j])) * logistic(in[Z][j]);
            default -> (in, j) -> ofN(in, j) * (ofState ? in[R][j] : 1);
        };
    }

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

    /** The gradient of the sum of n. */
    private static double ofN(double[][] in, int j) {
        return (in[GRADIENTS + N][j] + in[STATE_GRADIENT][j] * (1 - in[Z][j])) * hyperbolic(in[N][j]);
    }

    private static double logistic(double y) {
        return y * (1 - y);
    }

    private static double hyperbolic(double y) {
        return 1 - y * y;
    }
}

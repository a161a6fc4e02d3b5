package chainrule.op.recurrent;

/**
 * What an LSTM computes from single elements, and the slopes of it. The elements come as the gates i, f, g, o, the next
 * memory and the memory so far; then, backward, the gradients of the gates, of the next memory and of the next state,
 * or, in forward mode, the tangents of the gates, of the memory so far and of the next memory.
 */
final class LstmGates {
    static final int I = 0;
    static final int F = 1;
    static final int G = 2;
    static final int O = 3;
    private static final int NEXT = 4;
    private static final int BEFORE = 5;
    private static final int GRADIENTS = 6;
    private static final int NEXT_GRADIENT = 10;
    private static final int STATE_GRADIENT = 11;
    private static final int BEFORE_TANGENT = 10;
    private static final int NEXT_TANGENT = 11;

    private LstmGates() {}

    /** The next memory: f · c + i · g. */
    static double remembered(double[][] in, int j) {
        return in[F][j] * in[BEFORE][j] + in[I][j] * in[G][j];
    }

    /** The next state: o · tanh of the next memory. */
    static double shown(double[][] in, int j) {
        return in[O][j] * Math.tanh(in[NEXT][j]);
    }

    /** The whole gradient of the next memory: its own, and what comes through the next state. */
    static double memory(double[][] in, int j) {
        return in[NEXT_GRADIENT][j] + in[STATE_GRADIENT][j] * stateSlope(in, j);
    }

    /** The gradient of the sum of a gate. */
    static Cell.Each delta(int gate) {
        return switch (gate) {
            case I -> (in, j) -> (in[GRADIENTS + I][j] + memory(in, j) * in[G][j]) * logistic(in[I][j]);
            case F -> (in, j) -> (in[GRADIENTS + F][j] + memory(in, j) * in[BEFORE][j]) * logistic(in[F][j]);
            case G -> (in, j) -> (in[GRADIENTS + G][j] + memory(in, j) * in[I][j]) * hyperbolic(in[G][j]);
            default ->
                (in, j) -> (in[GRADIENTS + O][j] + in[STATE_GRADIENT][j] * Math.tanh(in[NEXT][j])) * logistic(in[O][j]);
        };
    }

    /** The slope of a gate, whose value is the second of the elements. */
    static Cell.Each slope(int gate) {
        return gate == G ? (in, j) -> hyperbolic(in[1][j]) : (in, j) -> logistic(in[1][j]);
    }

    /** The tangent of the next memory. */
    static double memoryTangent(double[][] in, int j) {
        return in[GRADIENTS + F][j] * in[BEFORE][j]
                + in[GRADIENTS + I][j] * in[G][j]
                + in[I][j] * in[GRADIENTS + G][j]
                + in[F][j] * in[BEFORE_TANGENT][j];
    }

    /** The tangent of the next state. */
    static double shownTangent(double[][] in, int j) {
        return in[GRADIENTS + O][j] * Math.tanh(in[NEXT][j]) + stateSlope(in, j) * in[NEXT_TANGENT][j];
    }

    private static double stateSlope(double[][] in, int j) {
        return in[O][j] * hyperbolic(Math.tanh(in[NEXT][j]));
    }

    private static double logistic(double y) {
        return y * (1 - y);
    }

    private static double hyperbolic(double y) {
        return 1 - y * y;
    }
}

package chainrule.op.recurrent;

import chainrule.kernel.Term;
import java.util.List;

/**
 * The tangents of an LSTM from single elements, which come as the gates i, f, g, o, the next memory and the memory so
 * far; then the tangents of the gates, of the memory so far and of the next memory.
 */
final class LstmGates {
    static final int I = 0;
    static final int F = 1;
    static final int G = 2;
    static final int O = 3;
    private static final int NEXT = 4;
    private static final int BEFORE = 5;
    private static final int TANGENTS = 6;
    private static final int BEFORE_TANGENT = 10;
    private static final int NEXT_TANGENT = 11;

    private LstmGates() {}

    /** The slope of a gate, whose value is the second of the elements. */
    static Cell.Each slope(int gate) {
        return gate == G
                ? Cell.Each.of((in, j) -> hyperbolic(in[1][j]), in -> hyperbolic(in.get(1)))
                : Cell.Each.of((in, j) -> logistic(in[1][j]), in -> in.get(1)
                        .times(in.get(1).rest()));
    }

    /** The tangent of the next memory. */
    static double memoryTangent(double[][] in, int j) {
        return in[TANGENTS + F][j] * in[BEFORE][j]
                + in[TANGENTS + I][j] * in[G][j]
                + in[I][j] * in[TANGENTS + G][j]
                + in[F][j] * in[BEFORE_TANGENT][j];
    }

    /** The tangent of the next state. */
    static double shownTangent(double[][] in, int j) {
        return in[TANGENTS + O][j] * Math.tanh(in[NEXT][j]) + stateSlope(in, j) * in[NEXT_TANGENT][j];
    }

    static Term memoryTangent(List<Term> in) {
        return in.get(TANGENTS + F)
                .times(in.get(BEFORE))
                .plus(in.get(TANGENTS + I).times(in.get(G)))
                .plus(in.get(I).times(in.get(TANGENTS + G)))
                .plus(in.get(F).times(in.get(BEFORE_TANGENT)));
    }

    static Term shownTangent(List<Term> in) {
        Term bounded = in.get(NEXT).tanh();
        Term slope = in.get(O).times(hyperbolic(bounded));
        return in.get(TANGENTS + O).times(bounded).plus(slope.times(in.get(NEXT_TANGENT)));
    }

    private static Term hyperbolic(Term y) {
        return y.squared().rest();
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

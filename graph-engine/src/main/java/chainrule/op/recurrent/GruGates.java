package chainrule.op.recurrent;

import chainrule.kernel.Term;
import java.util.List;

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
            case R, Z ->
                Cell.Each.of(
                        (in, j) -> in[SUM_TANGENTS + gate][j] * logistic(in[gate][j]),
                        in -> in.get(SUM_TANGENTS + gate).times(logistic(in.get(gate))));
            default ->
                Cell.Each.of(
                        (in, j) -> {
                            double direct = in[SUM_TANGENTS + N][j] * (ofState ? in[R][j] : 1);
                            return (direct + in[TANGENTS + R][j] * in[RECALLED][j]) * hyperbolic(in[N][j]);
                        },
                        in -> {
                            Term sum = in.get(SUM_TANGENTS + N);
                            Term direct = ofState ? sum.times(in.get(R)) : sum;
                            return direct.plus(in.get(TANGENTS + R).times(in.get(RECALLED)))
                                    .times(hyperbolic(in.get(N)));
                        });
        };
    }

    /** The tangent of the next state. */
    static double mixedTangent(double[][] in, int j) {
        return (1 - in[Z][j]) * in[TANGENTS + N][j]
                + in[TANGENTS + Z][j] * (in[STATE][j] - in[N][j])
                + in[Z][j] * in[STATE_TANGENT][j];
    }

    static Term mixedTangent(List<Term> in) {
        return in.get(Z)
                .rest()
                .times(in.get(TANGENTS + N))
                .plus(in.get(TANGENTS + Z).times(in.get(STATE).minus(in.get(N))))
                .plus(in.get(Z).times(in.get(STATE_TANGENT)));
    }

    private static Term logistic(Term y) {
        return y.times(y.rest());
    }

    private static Term hyperbolic(Term y) {
        return y.squared().rest();
    }

    private static double logistic(double y) {
        return y * (1 - y);
    }

    private static double hyperbolic(double y) {
        return 1 - y * y;
    }
}

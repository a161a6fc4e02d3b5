package chainrule.op.reduce;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Kink;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/** The largest or smallest of a lane; elements that tie for it share its gradient evenly. */
final class Ties {
    private Ties() {}

    /** The slope jumps where another element becomes the best one. */
    static Kink kink() {
        Lane behind = Lane.of(
                (in, out) -> {
                    for (int i = 0; i < out.length; i++) {
                        out[i] = in[0][i] - in[1][0];
                    }
                },
                in -> in.get(0).minus(in.get(1)));
        return k -> {
            Buffer differences = k.scratch(k.shape(Reduced.X));
            Kernel kernel = Reduced.lanes(k, behind, List.of(k.in(Reduced.X), k.out()), differences);
            return () -> {
                kernel.run();
                return differences.snapshot();
            };
        };
    }

    /** Forward: the element that {@code better} leaves. */
    static Lane best(DoubleBinaryOperator better, UnaryOperator<Term> best) {
        Lane loop = (in, out) -> {
            double found = in[0][0];
            for (double v : in[0]) {
                found = better.applyAsDouble(found, v);
            }
            out[0] = found;
        };
        return Lane.of(loop, in -> best.apply(in.get(0)));
    }

    /** From the lane, the upstream gradient and the best element. */
    static Lane pull() {
        return Lane.of(Ties::pull, in -> tied(in).times(in.get(1)).over(tied(in).sum()));
    }

    /** From the lane, its tangent and the best element. */
    static Lane push() {
        return Lane.of(
                Ties::push,
                in -> tied(in).times(in.get(1)).sum().over(tied(in).sum().max(1)));
    }

    /** 1 for each element that is the best. */
    private static Term tied(List<Term> in) {
        return in.get(0).equal(in.get(2)).counted();
    }

    private static void pull(double[][] in, double[] out) {
        int count = count(in[0], in[2][0]);
        for (int i = 0; i < out.length; i++) {
            out[i] = in[0][i] == in[2][0] ? in[1][0] / count : 0;
        }
    }

    private static void push(double[][] in, double[] out) {
        double sum = 0;
        for (int i = 0; i < in[0].length; i++) {
            sum += in[0][i] == in[2][0] ? in[1][i] : 0;
        }
        out[0] = sum / Math.max(1, count(in[0], in[2][0]));
    }

    private static int count(double[] lane, double best) {
        int count = 0;
        for (double v : lane) {
            if (v == best) {
                count++;
            }
        }
        return count;
    }
}

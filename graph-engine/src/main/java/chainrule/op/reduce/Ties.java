package chainrule.op.reduce;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Kink;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The largest or smallest of a lane; elements that tie for it share its gradient evenly. */
final class Ties {
    private Ties() {}

    /** The slope jumps where another element becomes the best one. */
    static Kink kink() {
        Lane behind = (in, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = in[0][i] - in[1][0];
            }
        };
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
    static Lane best(DoubleBinaryOperator better) {
        return (in, out) -> {
            double best = in[0][0];
            for (double v : in[0]) {
                best = better.applyAsDouble(best, v);
            }
            out[0] = best;
        };
    }

    /** From the lane, the upstream gradient and the best element. */
    static void pull(double[][] in, double[] out) {
        int count = count(in[0], in[2][0]);
        for (int i = 0; i < out.length; i++) {
            out[i] = in[0][i] == in[2][0] ? in[1][0] / count : 0;
        }
    }

    /** From the lane, its tangent and the best element. */
    static void push(double[][] in, double[] out) {
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

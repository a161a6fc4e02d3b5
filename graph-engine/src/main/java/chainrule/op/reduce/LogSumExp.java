package chainrule.op.reduce;

import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Logarithm of the sum of exponentials of all elements, or along axes. */
public final class LogSumExp {
    private static final Lane VALUE = Lane.of(LogSumExp::value, in -> value(in.get(0)));
    private static final Lane PULL = Lane.of(LogSumExp::pull, in -> in.get(1).times(share(in)));
    private static final Lane PUSH =
            Lane.of(LogSumExp::push, in -> in.get(1).times(share(in)).sum());

    public static final NodeType TYPE = NodeType.named("logsumexp")
            .label("Log-sum-exp")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS)
            .shape(Reduced::shape)
            .forward("y = ln(Σ exp(x))", Reduced.forward(VALUE))
            .latex("y = \\ln \\sum_i e^{x_i}")
            .vjp(Reduced.X, "x̄ = ȳ · exp(x − y)", Reduced.derivativeByResult(PULL))
            .jvp(Reduced.X, "ẏ = Σ ẋ · exp(x − y)", Reduced.derivativeByResult(PUSH))
            .pytorch("torch.logsumexp({x}, dim={axis})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .help(Help.of("A smooth largest: close to the largest element, and a little above it.")
                    .history("The free energy of Gibbs' statistical mechanics of 1902, without the physics.")
                    .use("Wherever probabilities are added while they are kept as logarithms; inside cross-entropy.")
                    .limits("Written as exp, sum and log it overflows at 710; here the largest is taken out first.")
                    .example("x = [0, 0], ȳ = 1: y = ln 2 = 0.6931, x̄ = [0.5, 0.5], which is the softmax of x.")
                    .source(
                            "Blanchard, Higham and Higham, “Accurately Computing the Log-Sum-Exp and Softmax Functions”,"
                                    + " 2021.")
                    .synonyms("lse", "softmax", "smooth maximum", "partition", "free energy"))
            .build();

    private LogSumExp() {}

    private static void value(double[][] in, double[] out) {
        double most = Double.NEGATIVE_INFINITY;
        for (double v : in[0]) {
            most = Math.max(most, v);
        }
        double shift = Double.isInfinite(most) ? 0 : most;
        double sum = 0;
        for (double v : in[0]) {
            sum += Math.exp(v - shift);
        }
        out[0] = shift + Math.log(sum);
    }

    private static Term value(Term x) {
        Term most = x.most();
        Term shift = most.abs().equal(Double.POSITIVE_INFINITY).choose(0, most);
        return shift.plus(x.minus(shift).exp().sum().log());
    }

    private static Term share(List<Term> in) {
        return in.get(0).minus(in.get(2)).exp();
    }

    private static void pull(double[][] in, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = in[1][0] * Math.exp(in[0][i] - in[2][0]);
        }
    }

    private static void push(double[][] in, double[] out) {
        double sum = 0;
        for (int i = 0; i < in[0].length; i++) {
            sum += in[1][i] * Math.exp(in[0][i] - in[2][0]);
        }
        out[0] = sum;
    }
}

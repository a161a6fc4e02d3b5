package chainrule.op.reduce;

import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** Variance of all elements, or along axes. */
public final class Var {
    private static final Phrases WORDS = Phrases.of(Var.class);
    private static final Param<Long> CORRECTION = Param.integer("correction", 0, 0, Integer.MAX_VALUE)
            .explained("What is taken off the count: 0 for the variance of these numbers, 1 to estimate that of more.");

    public static final NodeType TYPE = NodeType.named("var")
            .label("Variance")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS, CORRECTION)
            .shape(Var::shape)
            .forward("y = Σ (x − μ)² / (n − c)", k -> Reduced.forward(value(k)).bind(k))
            .latex("y = \\frac{1}{n - c} \\sum_i (x_i - \\mu)^2")
            .vjp(Reduced.X, "x̄ = ȳ · 2 · (x − μ) / (n − c)", k -> Reduced.derivative(pull(k))
                    .bind(k))
            .jvp(Reduced.X, "ẏ = Σ ẋ · 2 · (x − μ) / (n − c)", k -> Reduced.derivative(push(k))
                    .bind(k))
            .pytorch("{x}.var(dim={axis}, correction={correction})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(CORRECTION, 1L), Shape.of(4))
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .help(Help.of("How far numbers scatter around their mean: the mean of the squared distances from it.")
                    .history("Fisher gave it the name in 1918, for the heights of relatives.")
                    .use("To see whether activations keep their spread from layer to layer, and inside normalisation.")
                    .limits("Its unit is squared; one number alone has variance 0, and with correction 1 none.")
                    .example("x = [1, 3], ȳ = 1: μ = 2, y = (1 + 1) / 2 = 1, x̄ = [−1, 1]; with correction 1, y = 2.")
                    .source("Fisher, “The Correlation between Relatives”, 1918.")
                    .synonyms("spread", "scatter", "standard deviation", "dispersion"))
            .build();

    private Var() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(Reduced.X);
        long count = Reduced.laneLength(x, in.axes(x, in.get(Reduced.AXIS)));
        if (count <= in.get(CORRECTION)) {
            throw in.refusal(WORDS.text(
                    "var.varianceCorrectionCorrectionSmaller",
                    count,
                    count == 1 ? WORDS.text("var.number") : WORDS.text("var.numbers"),
                    in.get(CORRECTION)));
        }
        return Reduced.shape(in);
    }

    private static Lane value(Binding k) {
        long correction = k.get(CORRECTION);
        return Lane.of(
                (in, out) -> {
                    double mean = mean(in[0]);
                    double sum = 0;
                    for (double v : in[0]) {
                        sum += (v - mean) * (v - mean);
                    }
                    out[0] = sum / (in[0].length - correction);
                },
                in -> away(in).squared().sum().over(in.get(0).length() - correction));
    }

    private static Lane pull(Binding k) {
        long correction = k.get(CORRECTION);
        return Lane.of(
                (in, out) -> {
                    double mean = mean(in[0]);
                    for (int i = 0; i < out.length; i++) {
                        out[i] = in[1][0] * 2 * (in[0][i] - mean) / (out.length - correction);
                    }
                },
                in -> slope(in, correction));
    }

    private static Lane push(Binding k) {
        long correction = k.get(CORRECTION);
        return Lane.of(
                (in, out) -> {
                    double mean = mean(in[0]);
                    double sum = 0;
                    for (int i = 0; i < in[0].length; i++) {
                        sum += in[1][i] * 2 * (in[0][i] - mean) / (in[0].length - correction);
                    }
                    out[0] = sum;
                },
                in -> slope(in, correction).sum());
    }

    private static double mean(double[] lane) {
        return Reduced.sum(lane) / lane.length;
    }

    private static Term away(List<Term> in) {
        return in.get(0).minus(in.get(0).mean());
    }

    private static Term slope(List<Term> in, long correction) {
        return in.get(1).times(away(in)).times(2.0 / (in.get(0).length() - correction));
    }
}

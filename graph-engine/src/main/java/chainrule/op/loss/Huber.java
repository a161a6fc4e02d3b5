package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Huber loss: squared near the target, absolute far away. */
public final class Huber {
    private static final InPort PREDICTION = InPort.of("prediction");
    private static final InPort TARGET = InPort.of("target");
    private static final Param<Double> DELTA = Param.number("delta", 1, Double.MIN_VALUE, Double.MAX_VALUE)
            .explained("From which distance on the loss grows in a straight line.");

    public static final NodeType TYPE = NodeType.named("huber")
            .label("Huber")
            .category(Category.LOSS)
            .inputs(PREDICTION, TARGET)
            .params(Reduction.SETTING, DELTA)
            .shape(in -> Reduction.shape(in, PREDICTION, TARGET))
            .forward(
                    "y = 1/n · Σ (r²/2 if |r| < delta, else delta · (|r| − delta/2)), r = prediction − target",
                    Reduction.of(PREDICTION, TARGET, Huber::loss))
            .wording(Reduction::worded)
            .latex("y = \\frac{1}{n} \\sum_i h_\\delta(\\hat y_i - y_i)")
            .vjp(
                    PREDICTION,
                    "p̄rediction = ȳ · 1/n · (prediction − target) held within ±delta",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, 1)))
            .jvp(
                    PREDICTION,
                    "ẏ = Σ ṗrediction · 1/n · (prediction − target) held within ±delta",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, 1)))
            .vjp(
                    TARGET,
                    "t̄arget = −ȳ · 1/n · (prediction − target) held within ±delta",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, -1)))
            .jvp(
                    TARGET,
                    "ẏ = −Σ ṫarget · 1/n · (prediction − target) held within ±delta",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, -1)))
            .pytorch("F.huber_loss({prediction}, {target}, reduction={reduction}, delta={delta})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .example(Settings.of(Reduction.SETTING, "sum").with(DELTA, 0.5), Shape.of(5), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 2), Shape.of(2, 2))
            .help(Help.of("Squares small differences and takes large ones as they are.")
                    .history("Huber derived it in 1964 for data of which a few points are wrong.")
                    .use("For regression with outliers; deep Q-learning uses it to keep gradients small.")
                    .limits(
                            "delta has to be chosen: far below the noise it is the absolute error, far above the square.")
                    .example("delta = 1, prediction = [0.5, 3], target = [0, 0], ȳ = 1: y = (0.125 + 2.5) / 2 = 1.3125,"
                            + " the gradient of the prediction is [0.25, 0.5].")
                    .source("Huber, “Robust Estimation of a Location Parameter”, 1964.")
                    .synonyms("smooth l1", "robust", "outlier", "regression"))
            .build();

    private Huber() {}

    private static Binary loss(Settings settings) {
        double delta = settings.get(DELTA);
        Binary loop = (p, t) -> {
            double r = Math.abs(p - t);
            return r < delta ? r * r / 2 : delta * (r - delta / 2);
        };
        return Binary.of(loop, (p, t) -> {
            Term r = p.minus(t).abs();
            return r.below(delta)
                    .choose(r.squared().times(0.5), r.minus(delta / 2).times(delta));
        });
    }

    private static Binary slope(Settings settings, int sign) {
        double delta = settings.get(DELTA);
        return Binary.of(
                (p, t) -> sign * Math.max(-delta, Math.min(delta, p - t)),
                (p, t) -> p.minus(t).min(delta).max(-delta).times(sign));
    }
}

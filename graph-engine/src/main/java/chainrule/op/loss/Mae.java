package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Mean absolute error. */
public final class Mae {
    private static final InPort PREDICTION = InPort.of("prediction");
    private static final InPort TARGET = InPort.of("target");
    private static final Binary LOSS =
            Binary.of((p, t) -> Math.abs(p - t), (p, t) -> p.minus(t).abs());
    private static final Binary PREDICTION_SLOPE =
            Binary.of((p, t) -> Math.signum(p - t), (p, t) -> p.minus(t).sign());
    private static final Binary TARGET_SLOPE =
            Binary.of((p, t) -> -Math.signum(p - t), (p, t) -> p.minus(t).sign().negated());

    public static final NodeType TYPE = NodeType.named("mae")
            .label("Mean absolute error")
            .category(Category.LOSS)
            .inputs(PREDICTION, TARGET)
            .params(Reduction.SETTING)
            .shape(in -> Reduction.shape(in, PREDICTION, TARGET))
            .forward("y = 1/n · Σ |prediction − target|", Reduction.of(PREDICTION, TARGET, s -> LOSS))
            .wording(Reduction::worded)
            .latex("y = \\frac{1}{n} \\sum_i |\\hat y_i - y_i|")
            .vjp(
                    PREDICTION,
                    "p̄rediction = ȳ · 1/n · sign(prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> PREDICTION_SLOPE))
            .jvp(
                    PREDICTION,
                    "ẏ = Σ ṗrediction · 1/n · sign(prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> PREDICTION_SLOPE))
            .vjp(
                    TARGET,
                    "t̄arget = −ȳ · 1/n · sign(prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> TARGET_SLOPE))
            .jvp(
                    TARGET,
                    "ẏ = −Σ ṫarget · 1/n · sign(prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> TARGET_SLOPE))
            .kink(Kink.between(PREDICTION, TARGET))
            .pytorch("F.l1_loss({prediction}, {target}, reduction={reduction})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .example(Settings.of(Reduction.SETTING, "sum"), Shape.of(5), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 2), Shape.of(2, 2))
            .help(Help.of("How far predictions are from their targets: the differences without their sign, averaged.")
                    .history("Boscovich fitted the shape of the Earth with it in 1757, before least squares.")
                    .use("For regression with outliers: a miss twice as far is only twice as bad.")
                    .limits(
                            "Its slope is as steep close to the target as far away, so plain steps overshoot at the end.")
                    .example("prediction = [1, 3], target = [2, 1], ȳ = 1: y = (1 + 2) / 2 = 1.5, the gradient of the"
                            + " prediction is [−0.5, 0.5].")
                    .source("Boscovich, “De litteraria expeditione per pontificiam ditionem”, 1757.")
                    .synonyms("l1 loss", "absolute error", "median", "robust", "regression"))
            .build();

    private Mae() {}
}

package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Logistic;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Binary cross-entropy of logits: sigmoid and loss in one, without overflow. */
public final class BceLogits {
    private static final InPort LOGIT = InPort.of("logit");
    private static final InPort TARGET = InPort.of("target");
    private static final Binary LOSS = Binary.of(
            (z, t) -> Math.max(z, 0) - z * t + Math.log1p(Math.exp(-Math.abs(z))),
            (z, t) -> z.max(0).minus(z.times(t)).plus(z.abs().negated().exp().log1p()));
    private static final Binary LOGIT_SLOPE =
            Binary.of((z, t) -> Logistic.at(z) - t, (z, t) -> z.logistic().minus(t));
    private static final Binary TARGET_SLOPE = Binary.of((z, t) -> -z, (z, t) -> z.negated());

    public static final NodeType TYPE = NodeType.named("bce_logits")
            .label("BCE with logits")
            .category(Category.LOSS)
            .inputs(LOGIT, TARGET)
            .params(Reduction.SETTING)
            .shape(in -> Reduction.shape(in, LOGIT, TARGET))
            .forward(
                    "y = 1/n · Σ (max(logit, 0) − logit · target + ln(1 + exp(−|logit|)))",
                    Reduction.of(LOGIT, TARGET, s -> LOSS))
            .wording(Reduction::worded)
            .latex("y = \\frac{1}{n} \\sum_i \\left( \\max(z_i, 0) - z_i t_i + \\ln(1 + e^{-|z_i|}) \\right)")
            .vjp(
                    LOGIT,
                    "l̄ogit = ȳ · 1/n · (sigmoid(logit) − target)",
                    Reduction.slope(LOGIT, TARGET, s -> LOGIT_SLOPE))
            .jvp(
                    LOGIT,
                    "ẏ = Σ l̇ogit · 1/n · (sigmoid(logit) − target)",
                    Reduction.slope(LOGIT, TARGET, s -> LOGIT_SLOPE))
            .vjp(TARGET, "t̄arget = −ȳ · 1/n · logit", Reduction.slope(LOGIT, TARGET, s -> TARGET_SLOPE))
            .jvp(TARGET, "ẏ = −Σ ṫarget · 1/n · logit", Reduction.slope(LOGIT, TARGET, s -> TARGET_SLOPE))
            .pytorch("F.binary_cross_entropy_with_logits({logit}, {target}, reduction={reduction})")
            .example(Shape.of(4), Shape.of(4))
            .example(Shape.of(1, 1), Shape.of(1, 1))
            .example(Settings.of(Reduction.SETTING, "sum"), Shape.of(5, 1), Shape.of(5, 1))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 3), Shape.of(2, 3))
            .help(Help.of("Binary cross-entropy that takes the number before the sigmoid and never overflows.")
                    .history("Logistic regression, Cox 1958; the stable form came with the libraries of the 2010s.")
                    .use("In place of a sigmoid and bce: the same value, and the gradient is simply forecast − target.")
                    .limits("The logit is not a probability: put a sigmoid beside it to read one.")
                    .example("logit = 0, target = 1, ȳ = 1: y = ln 2 = 0.6931, the gradient of the logit is 0.5 − 1 ="
                            + " −0.5.")
                    .source("Cox, “The Regression Analysis of Binary Sequences”, 1958.")
                    .synonyms("sigmoid cross entropy", "logistic loss", "log loss", "binary", "logits"))
            .build();

    private BceLogits() {}
}

package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Hinge loss of a yes-or-no score. */
public final class Hinge {
    private static final InPort SCORE = InPort.of("score");
    private static final InPort SIGN = InPort.of("sign");
    private static final Param<Double> MARGIN =
            Param.number("margin", 1, 0, Double.MAX_VALUE).explained("How far on the right side is far enough.");

    public static final NodeType TYPE = NodeType.named("hinge")
            .label("Hinge")
            .category(Category.LOSS)
            .inputs(SCORE, SIGN)
            .params(MARGIN)
            .shape(in -> Reduction.shape(in, SCORE, SIGN))
            .forward("y = 1/n · Σ max(0, margin − sign · score)", Reduction.of(SCORE, SIGN, Hinge::loss))
            .latex("y = \\frac{1}{n} \\sum_i \\max(0, m - y_i s_i)")
            .vjp(
                    SCORE,
                    "s̄core = −ȳ · 1/n · sign where sign · score < margin",
                    Reduction.slope(SCORE, SIGN, Hinge::scoreSlope))
            .jvp(
                    SCORE,
                    "ẏ = −Σ ṡcore · 1/n · sign where sign · score < margin",
                    Reduction.slope(SCORE, SIGN, Hinge::scoreSlope))
            .vjp(
                    SIGN,
                    "s̄ign = −ȳ · 1/n · score where sign · score < margin",
                    Reduction.slope(SCORE, SIGN, Hinge::signSlope))
            .jvp(
                    SIGN,
                    "ẏ = −Σ ṡign · 1/n · score where sign · score < margin",
                    Reduction.slope(SCORE, SIGN, Hinge::signSlope))
            .kink(k -> {
                Buffer distances = k.scratch(k.shape(SCORE));
                double margin = k.get(MARGIN);
                Kernel kernel = k.zip(
                        Binary.of((s, y) -> margin - y * s, (s, y) -> room(s, y, margin)),
                        k.in(SCORE),
                        k.in(SIGN),
                        distances);
                return () -> {
                    kernel.run();
                    return distances.snapshot();
                };
            })
            .pytorch("F.relu({margin} - {sign} * {score}).mean()")
            .example(Shape.of(4), Shape.of(4))
            .example(Shape.of(1, 1), Shape.of(1, 1))
            .example(Settings.of(MARGIN, 0.5), Shape.of(5, 1), Shape.of(5, 1))
            .help(Help.of(
                            "Costs nothing where a score is on the right side by a margin, and grows in a line otherwise.")
                    .history("The loss of the support vector machine, Cortes and Vapnik 1995.")
                    .use("For yes or no with targets of 1 and −1, where being right is enough and being surer is not.")
                    .limits("Its scores are no probabilities; examples beyond the margin no longer teach anything.")
                    .example(
                            "score = [0.5, 2], sign = [1, 1], ȳ = 1: y = (0.5 + 0) / 2 = 0.25, the gradient of the score"
                                    + " is [−0.5, 0].")
                    .source("Cortes and Vapnik, “Support-Vector Networks”, 1995.")
                    .synonyms("svm", "margin", "support vector", "binary"))
            .build();

    private Hinge() {}

    private static Term room(Term score, Term sign, double margin) {
        return sign.times(score).negated().plus(margin);
    }

    private static Binary loss(Settings settings) {
        double margin = settings.get(MARGIN);
        return Binary.of((s, y) -> Math.max(0, margin - y * s), (s, y) -> room(s, y, margin)
                .max(0));
    }

    private static Binary scoreSlope(Settings settings) {
        double margin = settings.get(MARGIN);
        return Binary.of(
                (s, y) -> margin - y * s > 0 ? -y : 0,
                (s, y) -> room(s, y, margin).above(0).choose(y.negated(), 0));
    }

    private static Binary signSlope(Settings settings) {
        double margin = settings.get(MARGIN);
        return Binary.of(
                (s, y) -> margin - y * s > 0 ? -s : 0,
                (s, y) -> room(s, y, margin).above(0).choose(s.negated(), 0));
    }
}

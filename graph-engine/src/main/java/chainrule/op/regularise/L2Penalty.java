package chainrule.op.regularise;

import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** A cost that grows with the squares of weights. */
public final class L2Penalty {
    private static final Param<Boolean> HALF =
            Param.flag("half", false).explained("Halves the penalty, so that the 2 of the slope goes away.");

    public static final NodeType TYPE = NodeType.named("l2_penalty")
            .label("L2 penalty")
            .category(Category.REGULARISE)
            .inputs(Penalty.W)
            .params(Penalty.LAMBDA, HALF)
            .shape(in -> Shape.scalar())
            .forward("y = lambda · Σ w²", Penalty.total(s -> cost(strength(s))))
            .latex("y = \\lambda \\sum_i w_i^2")
            .vjp(Penalty.W, "w̄ = ȳ · 2 · lambda · w", Penalty.slope(s -> slope(strength(s))))
            .jvp(Penalty.W, "ẏ = Σ ẇ · 2 · lambda · w", Penalty.slope(s -> slope(strength(s))))
            .pytorch("{lambda} * sum((w ** 2).sum() for w in [{w}])")
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Settings.of(Penalty.LAMBDA, 0.5).with(HALF, true), Shape.of(5))
            .example(Settings.of(Penalty.LAMBDA, 1.0), Shape.of(1, 2), Shape.scalar(), Shape.of(2))
            .help(Help.of("A cost for large weights: the sum of their squares, times lambda; added to the loss.")
                    .history(
                            "Tikhonov 1943, for equations too sensitive to solve; ridge regression in statistics, 1970.")
                    .use("Against overfitting: every step pulls each weight towards 0 in proportion to its size.")
                    .limits("It makes weights small but hardly ever exactly 0; biases are usually left out of it.")
                    .example("w = [3, −1], lambda = 0.5, ȳ = 1: y = 0.5 · (9 + 1) = 5, the gradient of w is [3, −1].")
                    .source("Hoerl and Kennard, “Ridge Regression”, Technometrics 12, 1970.")
                    .synonyms("weight decay", "ridge", "tikhonov", "regularisation", "shrinkage"))
            .build();

    private L2Penalty() {}

    private static Unary cost(double strength) {
        return Unary.of(w -> strength * w * w, w -> w.squared().times(strength));
    }

    private static Unary slope(double strength) {
        return Unary.of(w -> 2 * strength * w, w -> w.times(2 * strength));
    }

    private static double strength(Settings settings) {
        return settings.get(Penalty.LAMBDA) * (settings.get(HALF) ? 0.5 : 1);
    }
}

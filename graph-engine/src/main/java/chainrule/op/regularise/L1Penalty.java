package chainrule.op.regularise;

import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** A cost that grows with the absolute values of weights. */
public final class L1Penalty {
    public static final NodeType TYPE = NodeType.named("l1_penalty")
            .label("L1 penalty")
            .category(Category.REGULARISE)
            .inputs(Penalty.W)
            .params(Penalty.LAMBDA)
            .shape(in -> Shape.scalar())
            .forward("y = lambda · Σ |w|", Penalty.total(s -> cost(s.get(Penalty.LAMBDA))))
            .latex("y = \\lambda \\sum_i |w_i|")
            .vjp(Penalty.W, "w̄ = ȳ · lambda · sign(w)", Penalty.slope(s -> slope(s.get(Penalty.LAMBDA))))
            .jvp(Penalty.W, "ẏ = Σ ẇ · lambda · sign(w)", Penalty.slope(s -> slope(s.get(Penalty.LAMBDA))))
            .kink(Kink.at(Penalty.W))
            .pytorch("{lambda} * sum(w.abs().sum() for w in [{w}])")
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Settings.of(Penalty.LAMBDA, 0.5), Shape.of(5))
            .example(Settings.of(Penalty.LAMBDA, 1.0), Shape.of(1, 2), Shape.scalar(), Shape.of(2))
            .help(Help.of("A cost for weights other than 0: the sum of their sizes, times lambda; added to the loss.")
                    .history(
                            "Geophysicists looked for sparse signals with it in 1973; as the lasso it is Tibshirani’s, 1996.")
                    .use("To find out which inputs matter: weights that do not earn their cost end at 0.")
                    .limits(
                            "The pull has the same strength near 0 as far from it, so weights jump about 0; the slope at 0"
                                    + " counts as 0.")
                    .example(
                            "w = [3, −1], lambda = 0.5, ȳ = 1: y = 0.5 · (3 + 1) = 2, the gradient of w is [0.5, −0.5].")
                    .source("Tibshirani, “Regression Shrinkage and Selection via the Lasso”, 1996.")
                    .synonyms("lasso", "sparse", "sparsity", "regularisation", "absolute"))
            .build();

    private L1Penalty() {}

    private static Unary cost(double lambda) {
        return Unary.of(w -> lambda * Math.abs(w), w -> w.abs().times(lambda));
    }

    private static Unary slope(double lambda) {
        return Unary.of(w -> lambda * Math.signum(w), w -> w.sign().times(lambda));
    }
}

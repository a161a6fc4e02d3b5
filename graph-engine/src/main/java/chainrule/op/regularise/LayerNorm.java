package chainrule.op.regularise;

import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Ternary;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Each row brought to mean 0 and variance 1, then scaled and shifted feature by feature. */
public final class LayerNorm {
    private static final InPort X = Normal.X;
    private static final InPort GAMMA = Normal.GAMMA;
    private static final InPort BETA = InPort.of("beta");
    private static final Normal NORMAL = Normal.centred();
    private static final Unary AS_IT_IS = Functions.SAME;
    private static final Ternary SCALED =
            Ternary.of((n, gamma, beta) -> n * gamma + beta, (n, gamma, beta) -> n.times(gamma)
                    .plus(beta));

    public static final NodeType TYPE = Normal.saving(NodeType.named("layer_norm"))
            .label("Layer norm")
            .category(Category.REGULARISE)
            .inputs(X, GAMMA, BETA)
            .params(Normal.EPS)
            .shape(in -> Normal.shape(in, GAMMA, BETA))
            .forward("y = gamma · (x − μ) / √(σ² + eps) + beta", LayerNorm::forward)
            .latex("y = \\gamma\\,\\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}} + \\beta")
            .vjp(
                    X,
                    "x̄ = (g − mean(g) − n · mean(g · n)) / √(σ² + eps), g = ȳ · gamma, n = (x − μ) / √(σ² + eps)",
                    NORMAL::pull)
            .jvp(
                    X,
                    "ẏ = gamma · (ẋ − mean(ẋ) − n · mean(ẋ · n)) / √(σ² + eps), n = (x − μ) / √(σ² + eps)",
                    NORMAL::push)
            .vjp(
                    GAMMA,
                    "ḡamma = Σ ȳ · (x − μ) / √(σ² + eps)",
                    k -> k.zip(Normal.TIMES, k.grad(), Normal.rows(k), k.result()))
            .jvp(
                    GAMMA,
                    "ẏ = ġamma · (x − μ) / √(σ² + eps)",
                    k -> k.zip(Normal.TIMES, k.grad(), Normal.rows(k), k.result()))
            .vjp(BETA, "b̄eta = Σ ȳ over the rows", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .jvp(BETA, "ẏ = ḃeta", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .pytorch("F.layer_norm({x}, {gamma}.shape, {gamma}, {beta}, {eps})")
            .example(Shape.of(4), Shape.of(4), Shape.of(4))
            .example(Shape.of(1, 3), Shape.of(3), Shape.of(3))
            .example(Shape.of(2, 4), Shape.of(4), Shape.of(4))
            .example(Settings.of(Normal.EPS, 0.1), Shape.of(5, 3), Shape.of(3), Shape.of(3))
            .example(Shape.of(2, 3, 4), Shape.of(4), Shape.of(4))
            .help(Help.of(
                            "Brings each row to mean 0 and variance 1, then gives every feature a learned scale and shift.")
                    .history("Ba, Kiros and Hinton 2016, for recurrent networks, where batch norm does not fit.")
                    .use("In transformers and recurrent networks; it works for one example as for a large batch.")
                    .limits("It forgets how large a row was as a whole; a row of equal numbers becomes beta.")
                    .example("x = [1, 3], gamma = [1, 1], beta = [0, 0], eps ≈ 0: μ = 2, σ = 1, y = [−1, 1].")
                    .source("Ba, Kiros and Hinton, “Layer Normalization”, 2016.")
                    .synonyms("normalisation", "normalization", "standardise", "transformer"))
            .build();

    private LayerNorm() {}

    private static Kernel forward(Binding k) {
        return Kernel.sequence(NORMAL.normalise(k), k.zip(SCALED, Normal.rows(k), k.in(GAMMA), k.in(BETA), k.out()));
    }
}

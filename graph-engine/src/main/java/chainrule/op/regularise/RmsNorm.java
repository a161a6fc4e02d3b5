package chainrule.op.regularise;

import chainrule.kernel.Kernel;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Each row brought to a mean square of 1, then scaled feature by feature. */
public final class RmsNorm {
    private static final InPort X = Normal.X;
    private static final InPort GAMMA = Normal.GAMMA;
    private static final Normal NORMAL = Normal.asItIs();

    public static final NodeType TYPE = Normal.saving(NodeType.named("rms_norm"))
            .label("RMS norm")
            .category(Category.REGULARISE)
            .inputs(X, GAMMA)
            .params(Normal.EPS)
            .shape(in -> Normal.shape(in, GAMMA))
            .forward("y = gamma · x / √(mean(x²) + eps)", RmsNorm::forward)
            .latex("y = \\gamma\\,\\frac{x}{\\sqrt{\\frac{1}{d} \\sum_i x_i^2 + \\epsilon}}")
            .vjp(
                    X,
                    "x̄ = (g − n · mean(g · n)) / √(mean(x²) + eps), g = ȳ · gamma, n = x / √(mean(x²) + eps)",
                    NORMAL::pull)
            .jvp(X, "ẏ = gamma · (ẋ − n · mean(ẋ · n)) / √(mean(x²) + eps), n = x / √(mean(x²) + eps)", NORMAL::push)
            .vjp(
                    GAMMA,
                    "ḡamma = Σ ȳ · x / √(mean(x²) + eps)",
                    k -> k.zip(Normal.TIMES, k.grad(), Normal.rows(k), k.result()))
            .jvp(
                    GAMMA,
                    "ẏ = ġamma · x / √(mean(x²) + eps)",
                    k -> k.zip(Normal.TIMES, k.grad(), Normal.rows(k), k.result()))
            .pytorch("{x} * torch.rsqrt({x}.pow(2).mean(-1, True) + {eps}) * {gamma}")
            .example(Shape.of(4), Shape.of(4))
            .example(Shape.of(1, 3), Shape.of(3))
            .example(Shape.of(2, 4), Shape.of(4))
            .example(Settings.of(Normal.EPS, 0.1), Shape.of(5, 3), Shape.of(3))
            .example(Shape.of(2, 3, 4), Shape.of(4))
            .help(Help.of("Divides each row by its root mean square, then gives every feature a learned scale.")
                    .history("Zhang and Sennrich found in 2019 that layer norm works as well without its mean.")
                    .use("In large transformers, LLaMA among them: one pass less over the numbers than layer norm.")
                    .limits("A row keeps its mean, and without a shift the next layer has to bring one.")
                    .example("x = [3, 4], gamma = [1, 1], eps ≈ 0: the mean square is 12.5, y = [0.8485, 1.1314].")
                    .source("Zhang and Sennrich, “Root Mean Square Layer Normalization”, 2019.")
                    .synonyms("normalisation", "normalization", "root mean square", "llama", "transformer"))
            .build();

    private RmsNorm() {}

    private static Kernel forward(Binding k) {
        return Kernel.sequence(NORMAL.normalise(k), k.zip(Normal.TIMES, Normal.rows(k), k.in(GAMMA), k.out()));
    }
}

package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Erf;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Gaussian error linear unit, exact. */
public final class Gelu {
    private static final InPort X = InPort.of("x");
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);
    private static final Unary GATED = Unary.of(x -> x * Erf.normal(x), x -> x.times(normal(x)));
    private static final Binary SLOPE = Binary.of(
            (x, grad) -> grad * (Erf.normal(x) + x * Math.exp(-0.5 * x * x) / SQRT_2_PI),
            (x, grad) -> grad.times(
                    normal(x).plus(x.times(x.squared().times(-0.5).exp()).over(SQRT_2_PI))));

    public static final NodeType TYPE = NodeType.named("gelu")
            .label("GELU (exact)")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = x · Φ(x)", k -> k.map(GATED, k.in(X), k.out()))
            .latex("y = x\\,\\Phi(x) = \\tfrac{x}{2}\\left(1 + \\operatorname{erf}(x / \\sqrt{2})\\right)")
            .vjp(X, "x̄ = ȳ · (Φ(x) + x · φ(x))", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.nn.functional.gelu({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of(
                            "Weighs a number by the probability Φ(x) that a normal variable is smaller: a ReLU with a soft bend.")
                    .history("Hendrycks and Gimpel introduced it in 2016; BERT and GPT made it common.")
                    .use("In transformers, and wherever a smooth ReLU helps.")
                    .limits("It is not monotonic: its lowest value is −0.17 at x = −0.7518, where its slope is 0.")
                    .example("x = 1, ȳ = 1: y = 0.8413, x̄ = 0.8413 + 0.242 = 1.0833.")
                    .source("Hendrycks and Gimpel, “Gaussian Error Linear Units”, 2016.")
                    .synonyms("gaussian error", "erf", "transformer", "smooth", "activation"))
            .build();

    private Gelu() {}

    private static Term normal(Term x) {
        return x.over(-Math.sqrt(2)).erfc().times(0.5);
    }
}

package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Gaussian error linear unit by tanh. */
public final class GeluTanh {
    private static final InPort X = InPort.of("x");
    private static final double C = Math.sqrt(2 / Math.PI);
    private static final Unary GATED =
            Unary.of(x -> 0.5 * x * (1 + tanh(x)), x -> x.times(0.5).times(tanh(x).plus(1)));
    private static final Binary SLOPE = Binary.of((x, grad) -> grad * slope(x), (x, grad) -> grad.times(slope(x)));

    public static final NodeType TYPE = NodeType.named("gelu_tanh")
            .label("GELU (tanh)")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = ½ · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))", k -> k.map(GATED, k.in(X), k.out()))
            .latex("y = \\tfrac{x}{2}\\left(1 + \\tanh\\left(\\sqrt{2/\\pi}\\,(x + 0.044715\\,x^3)\\right)\\right)")
            .vjp(
                    X,
                    "x̄ = ȳ · (½ · (1 + t) + ½ · x · (1 − t²) · √(2/π) · (1 + 0.134145 · x²)), t = tanh(√(2/π) · (x + 0.044715 · x³))",
                    k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.nn.functional.gelu({x}, approximate='tanh')")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Comes close to GELU with a hyperbolic tangent in place of the normal distribution.")
                    .history("The paper of 2016 gave it as the faster form; the first code of BERT and GPT-2 used it.")
                    .use("To match models that were trained with it.")
                    .limits("It differs from the exact form by up to 0.00047, at |x| = 2.7.")
                    .example("x = 1, ȳ = 1: y = 0.8412 (exact: 0.8413), x̄ = 1.083.")
                    .source("Hendrycks and Gimpel, “Gaussian Error Linear Units”, 2016.")
                    .synonyms("gaussian error", "approximate", "transformer", "gpt", "activation"))
            .build();

    private GeluTanh() {}

    private static double tanh(double x) {
        return Math.tanh(C * (x + 0.044715 * x * x * x));
    }

    private static Term tanh(Term x) {
        return x.plus(x.squared().times(x).times(0.044715)).times(C).tanh();
    }

    private static double slope(double x) {
        double t = tanh(x);
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * C * (1 + 0.134145 * x * x);
    }

    private static Term slope(Term x) {
        Term t = tanh(x);
        Term inner = x.squared().times(0.134145).plus(1).times(C);
        return t.plus(1).times(0.5).plus(x.times(0.5).times(t.squared().rest()).times(inner));
    }
}

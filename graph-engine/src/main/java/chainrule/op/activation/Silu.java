package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Logistic;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Sigmoid linear unit. */
public final class Silu {
    private static final InPort X = InPort.of("x");
    private static final Unary GATED = Unary.of(x -> x * Logistic.at(x), x -> x.times(x.logistic()));
    private static final Binary SLOPE = Binary.of((x, grad) -> grad * slope(x), (x, grad) -> grad.times(slope(x)));

    public static final NodeType TYPE = NodeType.named("silu")
            .label("SiLU (Swish-1)")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = x · σ(x)", k -> k.map(GATED, k.in(X), k.out()))
            .latex("y = x\\,\\sigma(x)")
            .vjp(X, "x̄ = ȳ · σ(x) · (1 + x · (1 − σ(x)))", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.nn.functional.silu({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Weighs a number by its own sigmoid: a ReLU with a soft bend.")
                    .history(
                            "Named in the GELU paper of 2016; Elfwing, Uchibe and Doya used it for reinforcement learning in 2017.")
                    .use("In deep networks where a smooth ReLU helps; EfficientNet and many language models use it.")
                    .limits("It is not monotonic: its lowest value is −0.2785 at x = −1.2785, where its slope is 0.")
                    .example("x = 1, ȳ = 1: y = 0.7311, x̄ = 0.7311 · (1 + 0.2689) = 0.9277.")
                    .source("Elfwing, Uchibe and Doya, “Sigmoid-Weighted Linear Units”, 2017.")
                    .synonyms("swish", "sigmoid linear", "smooth", "gate", "activation"))
            .build();

    private Silu() {}

    /** Its slope, which SwiGLU needs too. */
    static double slope(double x) {
        double s = Logistic.at(x);
        return s * (1 + x * (1 - s));
    }

    static Term slope(Term x) {
        Term s = x.logistic();
        return s.times(x.times(s.rest()).plus(1));
    }
}

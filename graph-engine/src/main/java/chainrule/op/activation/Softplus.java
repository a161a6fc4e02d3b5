package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Logistic;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Smooth ReLU. */
public final class Softplus {
    private static final InPort X = InPort.of("x");
    private static final Unary SMOOTH = Unary.of(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), x -> x.max(0)
            .plus(x.abs().negated().exp().log1p()));
    private static final Binary SLOPE =
            Binary.of((x, grad) -> grad * Logistic.at(x), (x, grad) -> grad.times(x.logistic()));

    public static final NodeType TYPE = NodeType.named("softplus")
            .label("Softplus")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = ln(1 + exp(x))", k -> k.map(SMOOTH, k.in(X), k.out()))
            .latex("y = \\ln(1 + e^x)")
            .vjp(X, "x̄ = ȳ · σ(x)", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.nn.functional.softplus({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Smooths ReLU: near 0 far on the left, near x far on the right, and positive everywhere.")
                    .history(
                            "Dugas and others introduced it in 2000, to price options with functions that must not bend down.")
                    .use("Where an output should be positive: a variance, a rate.")
                    .limits("It is never exactly 0, and its slope vanishes on the left.")
                    .example("x = 0, ȳ = 1: y = 0.6931, x̄ = 0.5.")
                    .source(
                            "Dugas, Bengio, Bélisle, Nadeau and Garcia, “Incorporating Second-Order Functional Knowledge for Better Option Pricing”, 2000.")
                    .synonyms("smooth relu", "log1p", "positive", "activation"))
            .build();

    private Softplus() {}
}

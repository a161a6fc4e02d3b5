package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** One divided by the value. */
public final class Reciprocal {
    private static final InPort X = InPort.of("x");
    private static final Unary INVERSE = Unary.of(x -> 1 / x, x -> x.number(1).over(x));
    private static final Binary SLOPE =
            Binary.of((x, grad) -> -grad / (x * x), (x, grad) -> grad.negated().over(x.squared()));

    public static final NodeType TYPE = NodeType.named("reciprocal")
            .label("1 / x")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = 1 / x", k -> k.map(INVERSE, k.in(X), k.out()))
            .latex("y = 1 / x")
            .vjp(X, "x̄ = −ȳ / x²", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("1 / {x}")
            .example(Settings.none(), 0.5, 2, Shape.of(2, 3))
            .example(Settings.none(), 0.5, 2, Shape.scalar())
            .help(Help.of("Divides 1 by every element.")
                    .history(
                            "Babylonian tables of reciprocals turned division into multiplication some 3,800 years ago.")
                    .use("To build a quotient from a product, or the sigmoid from its parts.")
                    .limits("x = 0 gives an infinite value, and near 0 the gradient is enormous.")
                    .example("x = 2, ȳ = 1: y = 0.5, x̄ = −0.25.")
                    .source("CS231n notes, “Backpropagation, Intuitions”.")
                    .synonyms("inverse", "one over", "divide", "fraction"))
            .build();

    private Reciprocal() {}
}

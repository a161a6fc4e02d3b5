package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Second power. */
public final class Square {
    private static final InPort X = InPort.of("x");
    private static final Unary SQUARED = Functions.SQUARED;
    private static final Binary SLOPE =
            Binary.of((x, grad) -> grad * 2 * x, (x, grad) -> grad.times(2).times(x));

    public static final NodeType TYPE = NodeType.named("square")
            .label("Square")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = x²", k -> k.map(SQUARED, k.in(X), k.out()))
            .latex("y = x^2")
            .vjp(X, "x̄ = ȳ · 2x", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("{x} ** 2")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Multiplies every element by itself.")
                    .history("Legendre published the method of least squares in 1805, to find the paths of comets.")
                    .use("For errors that should count more the larger they are, and for energy and variance.")
                    .limits("One outlier outweighs many small errors, since its gradient grows with it.")
                    .example("x = 3, ȳ = 1: y = 9, x̄ = 6.")
                    .source("Legendre, “Nouvelles méthodes pour la détermination des orbites des comètes”, 1805.")
                    .synonyms("squared", "power of two", "parabola", "least squares"))
            .build();

    private Square() {}
}

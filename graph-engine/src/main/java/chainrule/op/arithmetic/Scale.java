package chainrule.op.arithmetic;

import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Product with a fixed number. */
public final class Scale {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> FACTOR =
            Param.number("factor", 1).explained("What every element is multiplied by.");

    public static final NodeType TYPE = NodeType.named("scale")
            .label("Times constant")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .params(FACTOR)
            .shape(in -> in.of(X))
            .forward("y = factor · x", k -> k.map(times(k), k.in(X), k.out()))
            .latex("y = c\\,x")
            .vjp(X, "x̄ = factor · ȳ", k -> k.map(times(k), k.grad(), k.result()))
            .pytorch("{factor} * {x}")
            .example(Settings.of(FACTOR, -2.5), Shape.of(2, 3))
            .example(Settings.of(FACTOR, -2.5), Shape.scalar())
            .example(Shape.of(4))
            .help(Help.of("Multiplies every element by a number that is not learned.")
                    .history(
                            "Attention has divided its scores by the root of their width since 2017, to keep the softmax from saturating.")
                    .use("For learning rates of single branches, weights of loss terms, changes of unit.")
                    .limits(
                            "Gradients are scaled as well: a factor of 0.1 makes everything below learn ten times more slowly.")
                    .example("factor = 3, x = 2, ȳ = 1: y = 6, x̄ = 3.")
                    .source("Vaswani et al., “Attention Is All You Need”, 2017.")
                    .synonyms("times", "multiply", "constant", "factor", "gain"))
            .build();

    private Scale() {}

    private static Unary times(Binding k) {
        double factor = k.get(FACTOR);
        return Unary.of(p -> factor * p, p -> p.times(factor));
    }
}

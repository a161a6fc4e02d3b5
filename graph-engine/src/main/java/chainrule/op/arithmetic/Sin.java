package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Sine. */
public final class Sin {
    private static final InPort X = InPort.of("x");
    private static final Binary SLOPE = Binary.of((x, grad) -> grad * Math.cos(x), (x, grad) -> grad.times(x.cos()));

    public static final NodeType TYPE = NodeType.named("sin")
            .label("Sine")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = sin(x)", k -> k.map(Functions.SIN, k.in(X), k.out()))
            .latex("y = \\sin x")
            .vjp(X, "x̄ = ȳ · cos(x)", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.sin({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Takes the sine of every element, in radians.")
                    .history("Euler treated it as a function of a number in 1748; before, it was a length in a circle.")
                    .use("For waves: positions of tokens, periodic signals, networks that represent images.")
                    .limits("Many inputs have the same output, so a loss over it has many minima.")
                    .example("x = 0, ȳ = 1: y = 0, x̄ = 1.")
                    .source(
                            "Sitzmann et al., “Implicit Neural Representations with Periodic Activation Functions”, 2020.")
                    .synonyms("sine", "wave", "periodic", "siren"))
            .build();

    private Sin() {}
}

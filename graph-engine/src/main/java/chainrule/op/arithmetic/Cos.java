package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Cosine. */
public final class Cos {
    private static final InPort X = InPort.of("x");
    private static final Binary SLOPE = Binary.of(
            (x, grad) -> -grad * Math.sin(x), (x, grad) -> grad.negated().times(x.sin()));

    public static final NodeType TYPE = NodeType.named("cos")
            .label("Cosine")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = cos(x)", k -> k.map(Functions.COS, k.in(X), k.out()))
            .latex("y = \\cos x")
            .vjp(X, "x̄ = −ȳ · sin(x)", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.cos({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Takes the cosine of every element, in radians.")
                    .history("Fourier wrote functions as sums of sines and cosines in 1822, to describe heat.")
                    .use("With the sine, for positions on a circle: hours, angles, places in a sequence.")
                    .limits("At 0 its slope is 0, so that nothing is learned there.")
                    .example("x = 0, ȳ = 1: y = 1, x̄ = 0.")
                    .source("Fourier, “Théorie analytique de la chaleur”, 1822.")
                    .synonyms("cosine", "wave", "periodic"))
            .build();

    private Cos() {}
}

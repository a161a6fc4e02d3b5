package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Pairs;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Logistic sigmoid. */
public final class Sigmoid {
    private static final InPort X = InPort.of("x");
    private static final Binary SLOPE = Pairs.LOGISTIC_SLOPE;

    public static final NodeType TYPE = NodeType.named("sigmoid")
            .label("Sigmoid")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = σ(x)", k -> k.map(Functions.LOGISTIC, k.in(X), k.out()))
            .latex("y = \\frac{1}{1 + e^{-x}}")
            .vjp(X, "x̄ = ȳ · y · (1 − y)", k -> k.zip(SLOPE, k.out(), k.grad(), k.result()))
            .pytorch("torch.sigmoid({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Squashes a number to between 0 and 1, so that it reads as a probability: 1/(1 + exp(−x)).")
                    .history(
                            "Verhulst described growth that levels off with it in 1838; it was the hidden unit of back-propagation in 1986.")
                    .use("For one yes-or-no output, and for gates that let a share pass.")
                    .limits(
                            "Its slope is at most 0.25 and close to 0 beyond about ±6, so that stacked sigmoids hardly learn.")
                    .example("x = 2, ȳ = 1: y = 0.8808, x̄ = 0.8808 · 0.1192 = 0.105.")
                    .source(
                            "Rumelhart, Hinton and Williams, “Learning Representations by Back-propagating Errors”, Nature 323, 1986.")
                    .synonyms("logistic", "squash", "probability", "gate", "activation"))
            .build();

    private Sigmoid() {}
}

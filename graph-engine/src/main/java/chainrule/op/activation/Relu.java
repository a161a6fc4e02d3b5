package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Pairs;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Rectified linear unit. */
public final class Relu {
    private static final InPort X = InPort.of("x");
    private static final Unary POSITIVE = Functions.RELU;
    private static final Binary SLOPE = Pairs.RELU_SLOPE;

    public static final NodeType TYPE = NodeType.named("relu")
            .label("ReLU")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = max(0, x)", k -> k.map(POSITIVE, k.in(X), k.out()))
            .latex("y = \\max(0, x)")
            .vjp(X, "x̄ = ȳ · [x > 0]", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .kink(Kink.at(X))
            .pytorch("torch.relu({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Keeps positive numbers and replaces negative ones by 0.")
                    .history(
                            "Fukushima used it in 1969 in a model of vision; since 2011 it is the usual hidden unit of deep networks.")
                    .use("As the first choice for hidden layers: cheap, and its slope does not shrink.")
                    .limits("A unit that is negative for every example has no gradient and stays dead.")
                    .example("x = −1, ȳ = 2: y = 0, x̄ = 0; x = 3, ȳ = 2: y = 3, x̄ = 2.")
                    .source("Glorot, Bordes and Bengio, “Deep Sparse Rectifier Neural Networks”, 2011.")
                    .synonyms("rectifier", "rectified linear", "ramp", "dead unit", "activation"))
            .build();

    private Relu() {}
}

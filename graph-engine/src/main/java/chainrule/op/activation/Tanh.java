package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Pairs;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Hyperbolic tangent. */
public final class Tanh {
    private static final InPort X = InPort.of("x");
    private static final Binary SLOPE = Pairs.TANH_SLOPE;

    public static final NodeType TYPE = NodeType.named("tanh")
            .label("Tanh")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = tanh(x)", k -> k.map(Functions.TANH, k.in(X), k.out()))
            .latex("y = \\tanh x")
            .vjp(X, "x̄ = ȳ · (1 − y²)", k -> k.zip(SLOPE, k.out(), k.grad(), k.result()))
            .pytorch("torch.tanh({x})")
            .example(Shape.of(2, 3))
            .help(Help.of("Squashes a number to between −1 and 1, symmetric around 0.")
                    .history("The usual hidden unit of the 1990s; LeCun argued for it over the sigmoid in 1998.")
                    .use("Where outputs should have both signs: recurrent cells, small networks, bounded outputs.")
                    .limits("Beyond about ±3 it is flat, so that hardly any gradient passes (saturation).")
                    .example("x = 0.8814, ȳ = 0.6: y = 0.7071, x̄ = 0.6 · (1 − 0.5) = 0.3.")
                    .source("LeCun, Bottou, Orr and Müller, “Efficient BackProp”, 1998.")
                    .synonyms("hyperbolic tangent", "squash", "activation"))
            .build();

    private Tanh() {}
}

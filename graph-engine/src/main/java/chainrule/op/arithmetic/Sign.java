package chainrule.op.arithmetic;

import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Sign. */
public final class Sign {
    private static final InPort X = InPort.of("x");

    public static final NodeType TYPE = NodeType.named("sign")
            .label("Sign")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = sign(x)", k -> k.map(Unary.of(Math::signum, Term::sign), k.in(X), k.out()))
            .latex("y = \\operatorname{sign} x")
            .blocked(X, "sign is flat: no gradient passes")
            .pytorch("torch.sign({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Replaces every element by −1, 0 or 1, whichever its sign is.")
                    .history("Kronecker gave the function a name in 1878.")
                    .use("To read a decision off a score, or to show why hard decisions cannot be trained.")
                    .limits("It is flat on both sides of 0, so that nothing before it learns.")
                    .example("x = −3: y = −1, and no gradient comes back.")
                    .source(
                            "Bengio, Léonard and Courville, “Estimating or Propagating Gradients Through Stochastic Neurons”, 2013.")
                    .synonyms("signum", "direction", "binarise", "blocked"))
            .build();

    private Sign() {}
}

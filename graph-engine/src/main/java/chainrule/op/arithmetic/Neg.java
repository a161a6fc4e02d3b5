package chainrule.op.arithmetic;

import chainrule.kernel.Functions;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Change of sign. */
public final class Neg {
    private static final InPort X = InPort.of("x");
    private static final Unary NEGATED = Functions.NEGATED;

    public static final NodeType TYPE = NodeType.named("neg")
            .label("Negate")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = −x", k -> k.map(NEGATED, k.in(X), k.out()))
            .latex("y = -x")
            .vjp(X, "x̄ = −ȳ", k -> k.map(NEGATED, k.grad(), k.result()))
            .pytorch("-{x}")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Changes the sign of every element.")
                    .history(
                            "The “Nine Chapters” of Chinese mathematics reckoned with negative numbers about two thousand years ago.")
                    .use("To turn “as much as possible” into a loss, which training makes as little as possible.")
                    .limits("It is easily used twice by mistake, and then training climbs.")
                    .example("x = 3, ȳ = 2: y = −3, x̄ = −2.")
                    .source("“The Nine Chapters on the Mathematical Art”, chapter 8.")
                    .synonyms("minus", "negative", "opposite", "unary minus"))
            .build();

    private Neg() {}
}

package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.kernel.Ternary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Element-wise larger value. */
public final class Maximum {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    /** 1 for the winner, 0 for the loser, one half each on a tie. */
    private static final Binary LARGER = Binary.of(Math::max, Term::max);

    private static final Ternary SHARE = Ternary.of(
            (own, other, grad) -> grad * (own > other ? 1 : own == other ? 0.5 : 0),
            (own, other, grad) -> grad.times(
                    own.above(other).choose(own.number(1), own.equal(other).choose(0.5, 0))));

    public static final NodeType TYPE = NodeType.named("maximum")
            .label("max(a, b)")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = max(a, b)", k -> k.zip(LARGER, k.in(A), k.in(B), k.out()))
            .latex("y = \\max(a, b)")
            .vjp(A, "ā = ȳ · [a > b] + ½ · ȳ · [a = b]", k -> k.zip(SHARE, k.in(A), k.in(B), k.grad(), k.result()))
            .vjp(B, "b̄ = ȳ · [b > a] + ½ · ȳ · [a = b]", k -> k.zip(SHARE, k.in(B), k.in(A), k.grad(), k.result()))
            .kink(Kink.between(A, B))
            .pytorch("torch.maximum({a}, {b})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Keeps the larger of two values, element by element.")
                    .history("Maxout networks of 2013 used it as their only activation; ReLU is the maximum with 0.")
                    .use("To route: the winner passes, and only the winner learns.")
                    .limits("The loser receives no gradient at all; on a tie each gets half.")
                    .example("a = 2, b = 3, ȳ = 4: y = 3, ā = 0, b̄ = 4.")
                    .source("Goodfellow et al., “Maxout Networks”, 2013.")
                    .synonyms("max", "larger", "greatest", "router", "maxout"))
            .build();

    private Maximum() {}
}

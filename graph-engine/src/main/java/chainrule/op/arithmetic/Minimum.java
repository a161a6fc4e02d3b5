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

/** Element-wise smaller value. */
public final class Minimum {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    /** 1 for the winner, 0 for the loser, one half each on a tie. */
    private static final Binary SMALLER = Binary.of(Math::min, Term::min);

    private static final Ternary SHARE = Ternary.of(
            (own, other, grad) -> grad * (own < other ? 1 : own == other ? 0.5 : 0),
            (own, other, grad) -> grad.times(
                    own.below(other).choose(own.number(1), own.equal(other).choose(0.5, 0))));

    public static final NodeType TYPE = NodeType.named("minimum")
            .label("min(a, b)")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = min(a, b)", k -> k.zip(SMALLER, k.in(A), k.in(B), k.out()))
            .latex("y = \\min(a, b)")
            .vjp(A, "ā = ȳ · [a < b] + ½ · ȳ · [a = b]", k -> k.zip(SHARE, k.in(A), k.in(B), k.grad(), k.result()))
            .vjp(B, "b̄ = ȳ · [b < a] + ½ · ȳ · [a = b]", k -> k.zip(SHARE, k.in(B), k.in(A), k.grad(), k.result()))
            .kink(Kink.between(A, B))
            .pytorch("torch.minimum({a}, {b})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Keeps the smaller of two values, element by element.")
                    .history("Zadeh took it as the “and” of fuzzy logic in 1965.")
                    .use("To cap one value by another, or for an “and” that knows degrees.")
                    .limits("The larger value receives no gradient at all; on a tie each gets half.")
                    .example("a = 2, b = 3, ȳ = 4: y = 2, ā = 4, b̄ = 0.")
                    .source("Zadeh, “Fuzzy Sets”, 1965.")
                    .synonyms("min", "smaller", "least", "router", "cap"))
            .build();

    private Minimum() {}
}

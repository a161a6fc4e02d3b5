package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Pairs;
import chainrule.kernel.Ternary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Element-wise quotient. */
public final class Div {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    private static final Binary OVER = Pairs.OVER;
    private static final Ternary SLOPE_IN_B = Ternary.of(
            (a, b, grad) -> -grad * a / (b * b),
            (a, b, grad) -> grad.negated().times(a).over(b.squared()));

    public static final NodeType TYPE = NodeType.named("div")
            .label("a / b")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = a / b", k -> k.zip(OVER, k.in(A), k.in(B), k.out()))
            .latex("y = a / b")
            .vjp(A, "ā = ȳ / b", k -> k.zip(OVER, k.grad(), k.in(B), k.result()))
            .vjp(B, "b̄ = −ȳ · a / b²", k -> k.zip(SLOPE_IN_B, k.in(A), k.in(B), k.grad(), k.result()))
            .pytorch("{a} / {b}")
            .example(Settings.none(), 0.5, 2, Shape.of(2, 3), Shape.of(2, 3))
            .example(Settings.none(), 0.5, 2, Shape.of(2, 3), Shape.of(3))
            .example(Settings.none(), 0.5, 2, Shape.of(2, 1), Shape.of(3))
            .example(Settings.none(), 0.5, 2, Shape.scalar(), Shape.of(2, 2))
            .example(Settings.none(), 0.5, 2, Shape.scalar(), Shape.scalar())
            .help(Help.of(
                            "Divides the first value by the second element by element, repeating the smaller one where lengths are 1.")
                    .history("The sign ÷ was first printed by Rahn in 1659.")
                    .use("For ratios, averages and normalising: a part by the whole.")
                    .limits("b = 0 gives an infinite value or NaN, and a small b gives b a very large gradient.")
                    .example("a = 6, b = 2, ȳ = 1: y = 3, ā = 0.5, b̄ = −1.5.")
                    .source("CS231n notes, “Backpropagation, Intuitions”.")
                    .synonyms("divide", "quotient", "ratio", "fraction", "over"))
            .build();

    private Div() {}
}

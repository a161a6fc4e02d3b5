package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Pairs;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Element-wise difference. */
public final class Sub {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    private static final Binary MINUS = Pairs.MINUS;
    private static final Unary SAME = Functions.SAME;
    private static final Unary NEGATED = Functions.NEGATED;

    public static final NodeType TYPE = NodeType.named("sub")
            .label("a − b")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = a − b", k -> k.zip(MINUS, k.in(A), k.in(B), k.out()))
            .latex("y = a - b")
            .vjp(A, "ā = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .vjp(B, "b̄ = −ȳ", k -> k.map(NEGATED, k.grad(), k.result()))
            .pytorch("{a} - {b}")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of(
                            "Subtracts the second value from the first element by element, repeating the smaller one where lengths are 1.")
                    .history("The minus sign was first printed beside the plus sign in 1489, by Widmann.")
                    .use("For errors and distances: what was predicted minus what was wanted.")
                    .limits("Nearly equal numbers leave few correct digits in their difference.")
                    .example("a = 2, b = 3, ȳ = 4: y = −1, ā = 4, b̄ = −4.")
                    .source("CS231n notes, “Backpropagation, Intuitions”.")
                    .synonyms("minus", "subtract", "difference", "error", "residual"))
            .build();

    private Sub() {}
}

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

/** Element-wise sum. */
public final class Add {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    private static final Binary PLUS = Pairs.PLUS;
    private static final Unary SAME = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("add")
            .label("a + b")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = a + b", k -> k.zip(PLUS, k.in(A), k.in(B), k.out()))
            .latex("y = a + b")
            .vjp(A, "ā = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .vjp(B, "b̄ = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .pytorch("{a} + {b}")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Adds two values element by element, repeating the smaller one where lengths are 1.")
                    .history("The plus sign was first printed in 1489, in Widmann’s book of reckoning for merchants.")
                    .use("To join paths: a bias, a residual connection, the terms of a loss.")
                    .limits("It passes the gradient on unchanged, to every input alike: it cannot prefer one.")
                    .example("a = 2, b = 3, ȳ = 4: y = 5, ā = 4, b̄ = 4.")
                    .source("CS231n notes, “Backpropagation, Intuitions”.")
                    .synonyms("plus", "sum", "bias", "residual", "distributor"))
            .build();

    private Add() {}
}

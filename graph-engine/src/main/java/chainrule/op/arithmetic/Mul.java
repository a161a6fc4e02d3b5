package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Pairs;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Element-wise product. */
public final class Mul {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    private static final Binary TIMES = Pairs.TIMES;

    public static final NodeType TYPE = NodeType.named("mul")
            .label("a × b")
            .category(Category.ARITHMETIC)
            .inputs(A, B)
            .shape(in -> in.broadcast(A, B))
            .forward("y = a · b", k -> k.zip(TIMES, k.in(A), k.in(B), k.out()))
            .latex("y = a \\odot b")
            .vjp(A, "ā = ȳ · b", k -> k.zip(TIMES, k.grad(), k.in(B), k.result()))
            .vjp(B, "b̄ = ȳ · a", k -> k.zip(TIMES, k.grad(), k.in(A), k.result()))
            .pytorch("{a} * {b}")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .help(Help.of("Multiplies two values element by element, repeating the smaller one where lengths are 1.")
                    .history("As old as arithmetic; as a gate it came into networks with the LSTM in 1997.")
                    .use("To weigh, to gate, to scale: one factor decides how much of the other passes.")
                    .limits("Each input's gradient is the other input: where one is 0, the other learns nothing.")
                    .example("a = 2, b = 3, ȳ = 1: y = 6, ā = 3, b̄ = 2; the gradients are swapped.")
                    .source("CS231n notes, “Backpropagation, Intuitions”.")
                    .synonyms("times", "multiply", "product", "gate", "hadamard", "switcher"))
            .build();

    private Mul() {}
}

package chainrule.op.shape;

import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Arrays of one shape put on a new first axis. */
public final class Stack {
    private static final Phrases WORDS = Phrases.of(Stack.class);
    private static final InPort X = InPort.variadic("x");

    public static final NodeType TYPE = NodeType.named("stack")
            .label("Stack")
            .category(Category.SHAPE)
            .inputs(X)
            .shape(Stack::shape)
            .forward("y = x0, x1, … as rows", Stack::forward)
            .latex("y_i = x_i")
            .vjp(X, "x̄ = the row of ȳ that came from x", k -> k.gather(k.grad(), positions(k, k.index()), k.result()))
            .jvp(X, "ẏ = ẋ as its row, 0 elsewhere", k -> k.scatterAdd(k.grad(), positions(k, k.index()), k.result()))
            .pytorch("torch.stack([{x}])")
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.scalar(), Shape.scalar(), Shape.scalar())
            .example(Shape.of(2, 3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .help(Help.of("Puts arrays of one shape on top of each other, along a new first axis.")
                    .history("APL's lamination; with it the steps of a recurrent network become one array again.")
                    .use("To make a batch of examples, a matrix of vectors, or a sequence of time steps.")
                    .limits("All inputs need the same shape; to lengthen an axis that is there, take concat.")
                    .example("[1, 2] and [3, 4] give [[1, 2], [3, 4]]; each receives its row of the gradient.")
                    .source("Iverson, “A Programming Language”, 1962.")
                    .synonyms("rows", "batch", "pile", "sequence"))
            .build();

    private Stack() {}

    private static Shape shape(Shapes in) {
        List<Shape> all = in.all(X);
        Shape first = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).equals(first)) {
                throw in.refusal(X, i, WORDS.text("stack.x0TheyHaveSameShape", first, i, all.get(i)));
            }
        }
        int[] dims = IntStream.concat(IntStream.of(all.size()), IntStream.of(first.dims()))
                .toArray();
        return Shape.of(dims);
    }

    private static Kernel forward(Binding k) {
        Kernel[] parts = new Kernel[k.count(X)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = k.place(k.in(X, i), positions(k, i), k.out());
        }
        return Kernel.sequence(parts);
    }

    /** Where the elements of one input lie in the result. */
    private static int[] positions(Binding k, int index) {
        int size = Math.toIntExact(k.in(X, index).size());
        return IntStream.range(index * size, (index + 1) * size).toArray();
    }
}

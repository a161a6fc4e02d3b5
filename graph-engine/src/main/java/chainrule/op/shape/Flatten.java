package chainrule.op.shape;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Arrays;

/** The axes from one on merged into one. */
public final class Flatten {
    private static final InPort X = InPort.of("x");
    private static final Param<Long> START = Param.integer("start", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The first axis that is merged; 1 keeps a batch apart.");

    public static final NodeType TYPE = NodeType.named("flatten")
            .label("Flatten")
            .category(Category.SHAPE)
            .inputs(X)
            .params(START)
            .shape(Flatten::shape)
            .forward("y = x in one row", k -> k.copy(k.in(X), k.out()))
            .latex("y = \\operatorname{flatten}(x)")
            .vjp(X, "x̄ = ȳ in the shape of x", k -> k.copy(k.grad(), k.result()))
            .jvp(X, "ẏ = ẋ in one row", k -> k.copy(k.grad(), k.result()))
            .pytorch("{x}.flatten({start})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(START, 1L), Shape.of(1, 2, 3))
            .example(Settings.of(START, 1L), Shape.of(5, 2, 2))
            .example(Settings.of(START, -2L), Shape.of(2, 2, 3))
            .help(Help.of("Merges all axes from one on into a single one.")
                    .history("Between the convolutions and the dense layers of LeNet, 1989, and of most that followed.")
                    .use("Before a dense layer, with start 1, so that each example of the batch becomes one vector.")
                    .limits("The layer behind it no longer knows which numbers were neighbours.")
                    .example("x of 8×1×4×4 with start 1 is 8×16.")
                    .source("LeCun et al., “Backpropagation Applied to Handwritten Zip Code Recognition”, 1989.")
                    .synonyms("ravel", "vectorise", "merge axes", "unroll"))
            .build();

    private Flatten() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        if (x.isScalar()) {
            return Shape.of(1);
        }
        int start = in.axis(x, Math.toIntExact(in.get(START)));
        int[] dims = Arrays.copyOf(x.dims(), start + 1);
        for (int axis = start + 1; axis < x.rank(); axis++) {
            dims[start] = Math.multiplyExact(dims[start], x.dim(axis));
        }
        return Shape.of(dims);
    }
}

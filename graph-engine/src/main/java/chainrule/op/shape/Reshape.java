package chainrule.op.shape;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** The same numbers in the same order under another shape. */
public final class Reshape {
    private static final Phrases WORDS = Phrases.of(Reshape.class);
    private static final InPort X = InPort.of("x");
    private static final int OPEN = -1;
    private static final Param<List<Integer>> SHAPE = Param.integers("shape", List.of(OPEN))
            .explained("The new axis lengths; one may be −1, for the length that is left.");

    public static final NodeType TYPE = NodeType.named("reshape")
            .label("Reshape")
            .category(Category.SHAPE)
            .inputs(X)
            .params(SHAPE)
            .shape(Reshape::shape)
            .forward("y = x in another shape", k -> k.copy(k.in(X), k.out()))
            .latex("y = \\operatorname{reshape}(x)")
            .vjp(X, "x̄ = ȳ in the shape of x", k -> k.copy(k.grad(), k.result()))
            .jvp(X, "ẏ = ẋ in the shape of y", k -> k.copy(k.grad(), k.result()))
            .pytorch("{x}.reshape({shape})")
            .example(Shape.of(2, 3))
            .example(Settings.of(SHAPE, List.of(3, 2)), Shape.of(2, 3))
            .example(Settings.of(SHAPE, List.of(1, -1, 2)), Shape.of(1, 6))
            .example(Settings.of(SHAPE, List.of(5, 2, 2)), Shape.of(5, 4))
            .example(Settings.of(SHAPE, List.of()), Shape.of(1, 1))
            .help(Help.of("Reads the same numbers, in the same order, as an array of another shape.")
                    .history("APL, 1962, made the shape of an array a value that a program can change.")
                    .use("To cut a vector into rows or patches, or to bring an image into the form that a layer wants.")
                    .limits("It keeps the order of the numbers: to exchange axes take transpose, or rows get mixed up.")
                    .example("x = [1, 2, 3, 4, 5, 6] with shape [2, 3] is [[1, 2, 3], [4, 5, 6]].")
                    .source("Iverson, “A Programming Language”, 1962.")
                    .synonyms("view", "shape", "resize", "fold"))
            .build();

    private Reshape() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        int[] dims = in.get(SHAPE).stream().mapToInt(Integer::intValue).toArray();
        int open = OPEN;
        long product = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == OPEN && open != OPEN) {
                throw in.refusal(WORDS.text("reshape.shapeOnlyOneLengthCan", in.get(SHAPE)));
            } else if (dims[axis] == OPEN) {
                open = axis;
            } else if (dims[axis] < 1) {
                throw in.refusal(WORDS.text("reshape.shapeHoldsEveryLengthAt", dims[axis]));
            } else {
                product = Math.multiplyExact(product, (long) dims[axis]);
            }
        }
        if (open == OPEN ? product != x.size() : x.size() % product != 0) {
            throw misfit(in, product, open != OPEN);
        }
        if (open != OPEN) {
            dims[open] = Math.toIntExact(x.size() / product);
        }
        return Shape.of(dims);
    }

    private static RuntimeException misfit(Shapes in, long product, boolean open) {
        Shape x = in.of(X);
        return in.refusal(
                X,
                open
                        ? WORDS.text("reshape.numbersTheyDoNotDivide", x, x.size(), product, in.get(SHAPE))
                        : WORDS.text("reshape.numbersButShapeRoomFor", x, x.size(), in.get(SHAPE), product));
    }
}

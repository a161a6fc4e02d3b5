package chainrule.op.shape;

import chainrule.kernel.Walk;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** One position of an axis, which goes away. */
public final class Select {
    private static final Phrases WORDS = Phrases.of(Select.class);
    private static final InPort X = InPort.of("x");
    private static final Param<Long> AXIS = Param.integer("axis", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis that goes away; negative ones count from the end.");
    private static final Param<Long> INDEX = Param.integer("index", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The position that is kept, from 0; negative ones count from the end.");

    public static final NodeType TYPE = NodeType.named("select")
            .label("Select")
            .category(Category.SHAPE)
            .inputs(X)
            .params(AXIS, INDEX)
            .shape(Select::shape)
            .forward("y = x at index", k -> k.gather(k.in(X), positions(k), k.out()))
            .latex("y = x_{\\mathit{index}}")
            .vjp(X, "x̄ = ȳ at index, 0 elsewhere", k -> k.scatterAdd(k.grad(), positions(k), k.result()))
            .jvp(X, "ẏ = ẋ at index", k -> k.gather(k.grad(), positions(k), k.result()))
            .pytorch("{x}.select({axis}, {index})")
            .example(Shape.of(3))
            .example(Settings.of(INDEX, 1L), Shape.of(2, 3))
            .example(Settings.of(AXIS, 1L).with(INDEX, -1L), Shape.of(5, 3))
            .example(Settings.of(AXIS, -1L).with(INDEX, 2L), Shape.of(1, 2, 3))
            .help(Help.of("Takes one position along an axis; the axis goes away.")
                    .history("Subscripts are older than computers: FORTRAN wrote them in brackets in 1957.")
                    .use("For one time step of a sequence, one row of a batch, one class of a softmax.")
                    .limits("Everything that is not selected gets gradient 0 from here.")
                    .example(
                            "x = [[1, 2], [3, 4]], axis 0, index 1: y = [3, 4]; with ȳ = [5, 6], x̄ = [[0, 0], [5, 6]].")
                    .source("Harris et al., “Array Programming with NumPy”, Nature 585, 2020.")
                    .synonyms("index", "pick", "element", "time step", "row"))
            .build();

    private Select() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        int axis = in.axis(x, Math.toIntExact(in.get(AXIS)));
        long index = in.get(INDEX);
        int length = x.dim(axis);
        if (index < -length || index >= length) {
            throw in.refusal(WORDS.text("select.indexAxisFrom", index, axis, x, -length, length - 1));
        }
        return x.without(axis);
    }

    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        int axis = Math.floorMod(Math.toIntExact(k.get(AXIS)), x.rank());
        long index = Math.floorMod(k.get(INDEX), (long) x.dim(axis));
        return Walk.positions(x.without(axis), without(x.strides(), axis), index * x.strides()[axis]);
    }

    private static long[] without(long[] strides, int axis) {
        long[] left = new long[strides.length - 1];
        System.arraycopy(strides, 0, left, 0, axis);
        System.arraycopy(strides, axis + 1, left, axis, left.length - axis);
        return left;
    }
}

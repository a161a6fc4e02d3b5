package chainrule.op.shape;

import chainrule.kernel.Kernel;
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
import java.util.List;

/** Arrays joined along an axis that they have. */
public final class Concat {
    private static final Phrases WORDS = Phrases.of(Concat.class);
    private static final InPort X = InPort.variadic("x");
    private static final Param<Long> AXIS = Param.integer("axis", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis along which they are joined; negative ones count from the end.");

    public static final NodeType TYPE = NodeType.named("concat")
            .label("Concatenate")
            .category(Category.SHAPE)
            .inputs(X)
            .params(AXIS)
            .shape(Concat::shape)
            .forward("y = x0, x1, … joined", Concat::forward)
            .latex("y = [x_0; x_1; \\dots]")
            .vjp(X, "x̄ = the part of ȳ that came from x", k -> k.gather(k.grad(), positions(k, k.index()), k.result()))
            .jvp(X, "ẏ = ẋ in its place, 0 elsewhere", k -> k.scatterAdd(k.grad(), positions(k, k.index()), k.result()))
            .pytorch("torch.cat([{x}], dim={axis})")
            .example(Shape.of(2), Shape.of(3))
            .example(Shape.of(1, 3), Shape.of(5, 3), Shape.of(2, 3))
            .example(Settings.of(AXIS, 1L), Shape.of(2, 3), Shape.of(2, 1))
            .example(Settings.of(AXIS, -1L), Shape.of(5, 1, 2), Shape.of(5, 1, 2))
            .example(Shape.of(4))
            .help(Help.of("Puts arrays one behind the other along an axis that they all have.")
                    .history("LISP joined lists in 1958; DenseNet of 2017 joins every layer's features to the next's.")
                    .use(
                            "To hand several sources to one layer: an input and a state, two directions, skip connections.")
                    .limits("All other lengths must agree; and the result is as wide as everything together.")
                    .example("[1, 2] and [3] give [1, 2, 3]; of ȳ = [7, 8, 9] the first gets [7, 8], the second [9].")
                    .source("Huang et al., “Densely Connected Convolutional Networks”, 2017.")
                    .synonyms("join", "cat", "append", "merge", "skip connection"))
            .build();

    private Concat() {}

    private static Shape shape(Shapes in) {
        List<Shape> all = in.all(X);
        Shape first = all.get(0);
        int axis = in.axis(first, Math.toIntExact(in.get(AXIS)));
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            Shape shape = all.get(i);
            if (shape.rank() != first.rank() || !shape.with(axis, 1).equals(first.with(axis, 1))) {
                throw in.refusal(X, i, WORDS.text("concat.x0AllLengthsButThat", first, i, shape, axis));
            }
            length = Math.addExact(length, shape.dim(axis));
        }
        return first.with(axis, length);
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
        Shape x = k.in(X, index).shape();
        int axis = Math.floorMod(Math.toIntExact(k.get(AXIS)), x.rank());
        long before = 0;
        for (int i = 0; i < index; i++) {
            before += k.in(X, i).shape().dim(axis);
        }
        long[] strides = k.out().shape().strides();
        return Walk.positions(x, strides, before * strides[axis]);
    }
}

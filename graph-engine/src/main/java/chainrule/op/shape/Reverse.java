package chainrule.op.shape;

import chainrule.kernel.Walk;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** An axis in the opposite order. */
public final class Reverse {
    private static final InPort X = InPort.of("x");
    private static final Param<Long> AXIS = Param.integer("axis", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis that is turned round; negative ones count from the end.");

    public static final NodeType TYPE = NodeType.named("reverse")
            .label("Reverse")
            .category(Category.SHAPE)
            .inputs(X)
            .params(AXIS)
            .shape(Reverse::shape)
            .forward("y = x turned round", k -> k.gather(k.in(X), positions(k), k.out()))
            .latex("y_i = x_{n - 1 - i}")
            .vjp(X, "x̄ = ȳ turned round", k -> k.gather(k.grad(), positions(k), k.result()))
            .pytorch("{x}.flip({axis})")
            .example(Shape.of(3))
            .example(Settings.of(AXIS, 1L), Shape.of(2, 3))
            .example(Settings.of(AXIS, -1L), Shape.of(1, 2, 4))
            .example(Shape.of(5, 2))
            .help(Help.of("Turns the order along one axis round.")
                    .history(
                            "Sutskever, Vinyals and Le reversed the source sentence in 2014, and translation improved.")
                    .use("To read a sequence backwards in a bidirectional network, or to mirror an image.")
                    .limits("It does not know where padding is: a padded sequence starts with its padding afterwards.")
                    .example("x = [1, 2, 3]: y = [3, 2, 1]; with ȳ = [7, 8, 9], x̄ = [9, 8, 7].")
                    .source("Sutskever, Vinyals and Le, “Sequence to Sequence Learning with Neural Networks”, 2014.")
                    .synonyms("flip", "mirror", "backwards", "bidirectional"))
            .build();

    private Reverse() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        in.axis(x, Math.toIntExact(in.get(AXIS)));
        return x;
    }

    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        int axis = Math.floorMod(Math.toIntExact(k.get(AXIS)), x.rank());
        long[] strides = x.strides();
        long last = strides[axis] * (x.dim(axis) - 1);
        strides[axis] = -strides[axis];
        return Walk.positions(x, strides, last);
    }
}

package chainrule.op.reduce;

import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.kernel.Truth;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Index of the largest element along an axis. */
public final class ArgMax {
    private static final Param<Long> AXIS = Param.integer("axis", -1, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis to look along; negative ones count from the end.");
    private static final OutPort INDEX = OutPort.withoutGradient("out");

    public static final NodeType TYPE = NodeType.named("argmax")
            .label("Arg max")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .outputs(INDEX)
            .params(AXIS)
            .shapes(in -> Map.of(INDEX, shape(in)))
            .forward("y = index of the largest x", ArgMax::forward)
            .latex("y = \\operatorname{arg\\,max}_i x_i")
            .blocked(Reduced.X, "no gradient passes: an index jumps")
            .pytorch("{x}.argmax(dim={axis})")
            .example(Shape.of(3))
            .example(Shape.of(1, 4))
            .example(Settings.of(AXIS, 0L), Shape.of(5, 3))
            .help(Help.of("Says which element is the largest, by its index from 0; on a tie the first.")
                    .history("How classifiers have named their answer since the first machines that read digits.")
                    .use("To read the predicted class out of scores; it can feed whatever wants a class.")
                    .limits(
                            "No gradient passes: a small change of x does not move an index, and a larger one makes it jump.")
                    .example("x = [0.1, 2.5, 0.3]: y = 1.")
                    .source("Bishop, “Pattern Recognition and Machine Learning”, section 1.5, 2006.")
                    .synonyms("prediction", "winner", "class", "index", "decode"))
            .build();

    private ArgMax() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(Reduced.X);
        return x.without(in.axis(x, Math.toIntExact(in.get(AXIS))));
    }

    private static Kernel forward(Binding k) {
        Shape x = k.shape(Reduced.X);
        int axis = Math.floorMod(Math.toIntExact(k.get(AXIS)), x.rank());
        return k.lanes(
                Lane.of((in, out) -> out[0] = first(in[0]), in -> first(in.get(0))),
                x,
                List.of(axis),
                List.of(k.in(Reduced.X)),
                k.out());
    }

    private static Term first(Term lane) {
        Truth number = lane.equal(lane);
        Term odd = number.choose(lane.length(), lane.places()).least();
        Term best = lane.equal(lane.most()).choose(lane.places(), lane.length()).least();
        return odd.below(lane.length()).choose(odd, best);
    }

    /** The first of the largest; NaN counts as larger than any number. */
    private static int first(double[] lane) {
        int best = 0;
        for (int i = 1; i < lane.length; i++) {
            if (lane[i] > lane[best] || (Double.isNaN(lane[i]) && !Double.isNaN(lane[best]))) {
                best = i;
            }
        }
        return best;
    }
}

package chainrule.op.reduce;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Rule;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the reductions share: their input, the axes that they reduce, and how a function of lanes becomes a rule. */
final class Reduced {
    static final InPort X = InPort.of("x");
    static final Param<List<Integer>> AXIS = Param.integers("axis", List.of())
            .explained("The axes that are reduced, negative ones from the end; empty means all.");
    static final Param<Boolean> KEEPDIMS =
            Param.flag("keepdims", false).explained("Whether a reduced axis stays, with length 1.");

    private Reduced() {}

    /** The shape of x without the reduced axes. */
    static Shape shape(Shapes in) {
        return shape(in, false);
    }

    /** The shape of x with the reduced axes gone, or of length 1. */
    static Shape shapeKeeping(Shapes in) {
        return shape(in, in.get(KEEPDIMS));
    }

    /** Forward: a function of the lane of x. */
    static Rule forward(Lane lane) {
        return k -> lanes(k, lane, List.of(k.in(X)), k.out());
    }

    /** Backward or in forward mode: a function of what comes (upstream gradient or tangent) alone. */
    static Rule linear(Lane lane) {
        return k -> lanes(k, lane, List.of(k.grad()), k.result());
    }

    /** Backward or in forward mode: a function of the lane of x and of what comes. */
    static Rule derivative(Lane lane) {
        return k -> lanes(k, lane, List.of(k.in(X), k.grad()), k.result());
    }

    /** Backward or in forward mode: a function of the lane of x, of what comes, and of y. */
    static Rule derivativeByResult(Lane lane) {
        return k -> lanes(k, lane, List.of(k.in(X), k.grad(), k.out()), k.result());
    }

    /** A function of the lanes that the setting chooses. */
    static Kernel lanes(Binding k, Lane lane, List<Buffer> inputs, Buffer result) {
        Shape x = k.shape(X);
        List<Integer> axes = new Shapes(Map.of(), k.settings()).axes(x, k.get(AXIS));
        return k.lanes(lane, x, axes, inputs, result);
    }

    /** How many elements are reduced to one. */
    static long laneLength(Shape x, List<Integer> axes) {
        return axes.stream().mapToLong(x::dim).reduce(1, Math::multiplyExact);
    }

    static double sum(double[] lane) {
        double sum = 0;
        for (double v : lane) {
            sum += v;
        }
        return sum;
    }

    private static Shape shape(Shapes in, boolean keep) {
        Shape x = in.of(X);
        List<Integer> axes = in.axes(x, in.get(AXIS));
        int[] dims = IntStream.range(0, x.rank())
                .filter(axis -> keep || !axes.contains(axis))
                .map(axis -> axes.contains(axis) ? 1 : x.dim(axis))
                .toArray();
        return Shape.of(dims);
    }
}

package chainrule.op.activation;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** What activations along one axis share. */
final class Lanewise {
    static final Param<Long> AXIS = Param.integer("axis", -1, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis whose elements compete; −1 is the last.");

    private Lanewise() {}

    /** The shape of the input, which needs to have the axis. */
    static Shape shape(Shapes in, InPort port) {
        in.axis(in.of(port), in.get(AXIS).intValue());
        return in.of(port);
    }

    /** A kernel that applies a function to every lane along the axis. */
    static Kernel bind(Binding k, InPort port, Lane f, List<Buffer> inputs, Buffer result) {
        Shape shape = k.shape(port);
        int axis = k.get(AXIS).intValue();
        return k.lanes(f, shape, List.of(axis < 0 ? axis + shape.rank() : axis), inputs, result);
    }

    /** The largest element; NaN where one is NaN. */
    static double max(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double e : x) {
            max = Math.max(max, e);
        }
        return max;
    }
}

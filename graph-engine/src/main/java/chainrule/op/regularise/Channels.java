package chainrule.op.regularise;

import chainrule.kernel.Planes;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;

/** The numbers of a batch by channel: axis 1 counts the channels, and a vector is a batch of one channel. */
final class Channels {
    private Channels() {}

    /** A vector with one number for each channel of x. */
    static Shape each(Shape x) {
        return Shape.of(x.rank() < 2 ? 1 : x.dim(1));
    }

    /** How the channels of x lie. */
    static Planes planes(Shape x) {
        int channels = each(x).dim(0);
        int batch = x.rank() < 2 ? 1 : x.dim(0);
        return new Planes(batch, channels, Math.toIntExact(x.size() / batch / channels));
    }

    /** The shape of x, where what belongs to its channels fits them. */
    static Shape shape(Shapes in) {
        Shape x = in.of(BatchNorm.X);
        if (x.isScalar()) {
            throw in.refusal(
                    BatchNorm.X, "x is a number: it should be a batch, one example after the other along axis 0.");
        }
        int channels = each(x).dim(0);
        for (InPort port : List.of(BatchNorm.GAMMA, BatchNorm.BETA)) {
            if (!in.of(port).equals(each(x))) {
                throw in.refusal(
                        port,
                        "x is %s and %s is %s: %s should be a vector with one number for each channel of x, %d."
                                .formatted(x, port.name(), in.of(port), port.name(), channels));
            }
        }
        checkSetting(in, BatchNorm.RUNNING_MEAN, channels);
        checkSetting(in, BatchNorm.RUNNING_VAR, channels);
        checkVariance(in.get(BatchNorm.RUNNING_VAR), in);
        if (Mode.training(in.settings()) && x.size() == channels) {
            throw in.refusal(
                    BatchNorm.X,
                    "x is %s and has one number for each channel: to have a variance in mode train, it should have more."
                            .formatted(x));
        }
        return x;
    }

    private static void checkSetting(Shapes in, Param<Tensor> param, int channels) {
        Shape given = in.get(param).shape();
        if (!given.isScalar() && !given.equals(Shape.of(channels))) {
            throw in.refusal(
                    "Setting %s is %s: it should be a number, or a vector with one number for each channel of x, %d."
                            .formatted(param.name(), given, channels));
        }
    }

    private static void checkVariance(Tensor variance, Shapes in) {
        for (double v : variance.toArray()) {
            if (v < 0) {
                throw in.refusal("Setting %s holds a number below 0: a variance should be at least 0."
                        .formatted(BatchNorm.RUNNING_VAR.name()));
            }
        }
    }
}

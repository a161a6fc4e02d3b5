package chainrule.op.regularise;

import chainrule.kernel.Planes;
import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;

/** The numbers of a batch by channel: axis 1 counts the channels, and a vector is a batch of one channel. */
final class Channels {
    private static final Phrases WORDS = Phrases.of(Channels.class);

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
            throw in.refusal(BatchNorm.X, WORDS.text("channels.numberBatchOneExampleAfter"));
        }
        int channels = each(x).dim(0);
        for (InPort port : List.of(BatchNorm.GAMMA, BatchNorm.BETA)) {
            if (!in.of(port).equals(each(x))) {
                throw in.refusal(
                        port,
                        WORDS.text(
                                "channels.vectorOneNumberForEach", x, port.name(), in.of(port), port.name(), channels));
            }
        }
        checkSetting(in, BatchNorm.RUNNING_MEAN, channels);
        checkSetting(in, BatchNorm.RUNNING_VAR, channels);
        checkVariance(in.get(BatchNorm.RUNNING_VAR), in);
        if (Mode.training(in.settings()) && x.size() == channels) {
            throw in.refusal(BatchNorm.X, WORDS.text("channels.oneNumberForEachChannel", x));
        }
        return x;
    }

    private static void checkSetting(Shapes in, Param<Tensor> param, int channels) {
        Shape given = in.get(param).shape();
        if (!given.isScalar() && !given.equals(Shape.of(channels))) {
            throw in.refusal(WORDS.text("channels.numberOrVectorOneNumber", param.name(), given, channels));
        }
    }

    private static void checkVariance(Tensor variance, Shapes in) {
        for (double v : variance.toArray()) {
            if (v < 0) {
                throw in.refusal(WORDS.text("channels.holdsNumberBelow0Variance", BatchNorm.RUNNING_VAR.name()));
            }
        }
    }
}

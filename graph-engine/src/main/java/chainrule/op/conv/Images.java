package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Unary;
import chainrule.kernel.Window;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.stream.IntStream;

/** What convolution and pooling ask of their inputs: channels of images or of sequences, or a batch of them. */
final class Images {
    private static final Phrases WORDS = Phrases.of(Images.class);

    static final InPort X = InPort.of("x");
    static final InPort B = InPort.optional("b");
    static final int MOST = 10_000;

    private static final Unary AS_IT_IS = Functions.SAME;

    private Images() {}

    /** The shape of x, where it has channels before so many axes. */
    static Shape of(Shapes in, int axes) {
        Shape x = in.of(X);
        if (x.rank() != axes + 1 && x.rank() != axes + 2) {
            throw in.refusal(
                    X,
                    WORDS.text(
                            "images.channelsOrBatchThem",
                            x,
                            axes == 2 ? WORDS.text("convolution.heightWidth") : WORDS.text("convolution.length")));
        }
        return x;
    }

    /** How many examples x holds. */
    static int batch(Shape x, int axes) {
        return x.rank() == axes + 2 ? x.dim(0) : 1;
    }

    /** The channels of x, where it has so many axes behind them. */
    static int channels(Shape x, int axes) {
        return x.dim(-axes - 1);
    }

    /** Refuses a kernel that takes no step. */
    static int steps(Shapes in, Window window) {
        int steps = window.steps();
        if (steps < 1) {
            throw in.refusal(WORDS.text(
                    "images.kernelSpansPlacesItsBorder",
                    (long) window.dilation() * (window.kernel() - 1) + 1,
                    (long) window.size() + 2L * window.pad()));
        }
        return steps;
    }

    /** Refuses biases other than one for each filter. */
    static void bias(Shapes in, int filters) {
        if (in.has(B) && !in.of(B).equals(Shape.of(filters))) {
            throw in.refusal(B, WORDS.text("images.bVectorOneNumberFor", in.of(B), filters));
        }
    }

    /** y = one number of b for each channel, at every place. */
    static Kernel repeatBias(Binding k, Buffer bias, int axes, Buffer y) {
        Buffer column = column(k, bias, axes);
        return Kernel.sequence(k.copy(bias, column), k.map(AS_IT_IS, column, y));
    }

    /** The gradient of b: that of the output, summed over everything but the channels. */
    static Kernel pullBias(Binding k, int axes) {
        Buffer column = column(k, k.result(), axes);
        return Kernel.sequence(k.map(AS_IT_IS, k.grad(), column), k.copy(column, k.result()));
    }

    private static Buffer column(Binding k, Buffer bias, int axes) {
        int[] dims = IntStream.concat(
                        IntStream.of((int) bias.size()),
                        IntStream.range(0, axes).map(i -> 1))
                .toArray();
        return k.scratch(Shape.of(dims));
    }
}

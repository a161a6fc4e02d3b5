package chainrule.op.conv;

import chainrule.kernel.Filter;
import chainrule.kernel.Kernel;
import chainrule.kernel.Window;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/**
 * Convolution along one or two axes, without flipping the kernel: what the kernel reads is laid out as a matrix, and W
 * times that is the output (Chellapilla, Puri and Simard 2006).
 */
final class Convolution {
    private static final Phrases WORDS = Phrases.of(Convolution.class);

    static final InPort W = InPort.of("W");
    static final Param<Long> STRIDE =
            Param.integer("stride", 1, 1, Images.MOST).explained("How many places the kernel moves in a step.");
    static final Param<Long> PAD =
            Param.integer("pad", 0, 0, Images.MOST).explained("How wide a border of zeros is laid around x.");
    static final Param<Long> DILATION =
            Param.integer("dilation", 1, 1, Images.MOST).explained("Places between two that the kernel reads.");
    static final Param<Long> GROUPS = Param.integer("groups", 1, 1, Images.MOST)
            .explained("How many parts the channels are cut into, each with filters of its own.");

    private final int axes;

    /**
     * @param axes 1 for sequences, 2 for images
     */
    Convolution(int axes) {
        this.axes = axes;
    }

    /** The rules that every convolution has; their formulas say the same for one axis as for two. */
    NodeTypeBuilder rules(NodeTypeBuilder type) {
        return type.inputs(Images.X, W, Images.B)
                .params(STRIDE, PAD, DILATION, GROUPS)
                .shape(this::shape)
                .forward("y = b + Σ x · W where the kernel stands", this::forward)
                .vjp(Images.X, "x̄ = Σ ȳ · W, back where the kernel read", this::pullImage)
                .jvp(Images.X, "ẏ = Σ ẋ · W where the kernel stands", this::pushImage)
                .vjp(W, "W̄ = Σ ȳ · x over all steps", this::pullWeights)
                .jvp(W, "ẏ = Σ x · Ẇ where the kernel stands", this::pushWeights)
                .vjp(Images.B, "b̄ = Σ ȳ over all steps", k -> Images.pullBias(k, axes))
                .jvp(Images.B, "ẏ = ḃ", k -> Images.repeatBias(k, k.grad(), axes, k.result()));
    }

    private Shape shape(Shapes in) {
        Shape x = Images.of(in, axes);
        Shape w = in.of(W);
        if (w.rank() != axes + 2) {
            throw in.refusal(
                    W,
                    WORDS.text(
                            "convolution.wFiltersChannels",
                            w,
                            axes == 2 ? WORDS.text("convolution.heightWidth") : WORDS.text("convolution.length")));
        }
        long groups = in.get(GROUPS);
        int channels = Images.channels(x, axes);
        if (channels % groups != 0 || w.dim(0) % groups != 0) {
            throw in.refusal(WORDS.text("convolution.channelsWFiltersBothDivide", channels, w.dim(0), groups));
        }
        if (w.dim(1) != channels / groups) {
            throw in.refusal(
                    W,
                    groups == 1
                            ? WORDS.text("convolution.channelsWSecondAxisW", channels, w, channels)
                            : WORDS.text(
                                    "convolution.channelsGroupsWSecondAxis", channels, groups, w, channels / groups));
        }
        Images.bias(in, w.dim(0));
        Shape result =
                x.with(-1, Images.steps(in, window(in.settings(), x, w, -1))).with(-axes - 1, w.dim(0));
        return axes == 1 ? result : result.with(-2, Images.steps(in, window(in.settings(), x, w, -2)));
    }

    private static Window window(Settings settings, Shape x, Shape w, int axis) {
        return new Window(
                x.dim(axis),
                w.dim(axis),
                Math.toIntExact(settings.get(STRIDE)),
                Math.toIntExact(settings.get(PAD)),
                Math.toIntExact(settings.get(DILATION)));
    }

    private Kernel forward(Binding k) {
        return k.convolve(filter(k), k.in(Images.X), k.in(W), k.has(Images.B) ? k.in(Images.B) : null, k.out());
    }

    private Kernel pushImage(Binding k) {
        return k.convolve(filter(k), k.grad(), k.in(W), null, k.result());
    }

    private Kernel pushWeights(Binding k) {
        return k.convolve(filter(k), k.in(Images.X), k.grad(), null, k.result());
    }

    private Kernel pullImage(Binding k) {
        return k.convolveBack(filter(k), k.grad(), k.in(W), k.result());
    }

    private Kernel pullWeights(Binding k) {
        return k.convolveWeights(filter(k), k.in(Images.X), k.grad(), k.result());
    }

    private Filter filter(Binding k) {
        Shape x = k.shape(Images.X);
        Shape w = k.shape(W);
        Window rows = axes == 1 ? Window.none() : window(k.settings(), x, w, -2);
        return new Filter(
                Images.batch(x, axes),
                Images.channels(x, axes),
                w.dim(0),
                Math.toIntExact(k.get(GROUPS)),
                rows,
                window(k.settings(), x, w, -1));
    }
}

package chainrule.op.conv;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Filter;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pairs;
import chainrule.kernel.Window;
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

/** Transposed convolution: every pixel paints a kernel; the gradient of a convolution run forward. */
public final class ConvTranspose2d {
    private static final Phrases WORDS = Phrases.of(ConvTranspose2d.class);
    private static final InPort X = Images.X;
    private static final InPort W = Convolution.W;
    private static final InPort B = Images.B;
    private static final Param<Long> OUTPUT_PADDING = Param.integer("output_padding", 0, 0, Images.MOST)
            .explained("Rows and columns added at the bottom and the right; less than the stride.");
    private static final Binary PLUS = Pairs.PLUS;

    public static final NodeType TYPE = NodeType.named("conv_transpose2d")
            .label("Transposed convolution")
            .category(Category.CONV)
            .inputs(X, W, B)
            .params(Convolution.STRIDE, Convolution.PAD, OUTPUT_PADDING)
            .shape(ConvTranspose2d::shape)
            .forward("y = b + Σ x · W where each pixel paints", ConvTranspose2d::forward)
            .latex("y_{o,\\,iS-P+u,\\,jS-P+v} \\mathrel{+}= x_{c,i,j}\\,W_{c,o,u,v}")
            .vjp(X, "x̄ = Σ ȳ · W where each pixel painted", ConvTranspose2d::pullImage)
            .jvp(X, "ẏ = Σ ẋ · W where each pixel paints", k -> painted(k, k.grad(), k.in(W), k.result()))
            .vjp(W, "W̄ = Σ x · ȳ over all pixels", ConvTranspose2d::pullWeights)
            .jvp(W, "ẏ = Σ x · Ẇ where each pixel paints", k -> painted(k, k.in(X), k.grad(), k.result()))
            .vjp(B, "b̄ = Σ ȳ over all places", k -> Images.pullBias(k, 2))
            .jvp(B, "ẏ = ḃ", k -> Images.repeatBias(k, k.grad(), 2, k.result()))
            .pytorch(
                    "F.conv_transpose2d({x}, {W}, {b}, stride={stride}, padding={pad}, output_padding={output_padding})")
            .example(Shape.of(2, 2, 2), Shape.of(2, 3, 2, 2), Shape.of(3))
            .example(Shape.of(1, 1, 2, 1), Shape.of(1, 2, 2, 3))
            .example(
                    Settings.of(Convolution.STRIDE, 2L)
                            .with(Convolution.PAD, 1L)
                            .with(OUTPUT_PADDING, 1L),
                    Shape.of(2, 2, 2, 2),
                    Shape.of(2, 1, 3, 3),
                    Shape.of(1))
            .example(Settings.of(Convolution.STRIDE, 2L), Shape.of(5, 1, 2, 2), Shape.of(1, 1, 2, 2), Shape.of(1))
            .help(Help.of("Enlarges an image: each pixel paints its kernel into the output, and overlaps add up.")
                    .history(
                            "Zeiler and others used it in 2010 to look into networks; decoders and generators took it over.")
                    .use("In decoders, to get from a small image back to a large one.")
                    .limits(
                            "Where the kernel is no multiple of the stride, some pixels are painted more often: a checkerboard.")
                    .example("One pixel 3 and W = [[1, 2], [0, 1]]: y = [[3, 6], [0, 3]]; with ȳ of ones, x̄ = 4.")
                    .source("Zeiler, Krishnan, Taylor and Fergus, “Deconvolutional Networks”, 2010.")
                    .synonyms("deconvolution", "upsampling", "decoder", "generator", "fractionally strided"))
            .build();

    private ConvTranspose2d() {}

    private static Shape shape(Shapes in) {
        Shape x = Images.of(in, 2);
        Shape w = in.of(W);
        int channels = Images.channels(x, 2);
        if (w.rank() != 4 || w.dim(0) != channels) {
            throw in.refusal(W, WORDS.text("convTranspose2d.wChannelsWFiltersHeight", w, channels, channels));
        }
        if (in.get(OUTPUT_PADDING) >= in.get(Convolution.STRIDE)) {
            throw in.refusal(WORDS.text(
                    "convTranspose2d.outputPaddingStrideOutputPadding",
                    in.get(OUTPUT_PADDING),
                    in.get(Convolution.STRIDE)));
        }
        Images.bias(in, w.dim(1));
        return x.with(-3, w.dim(1)).with(-2, side(in, x, w, -2)).with(-1, side(in, x, w, -1));
    }

    private static int side(Shapes in, Shape x, Shape w, int axis) {
        long side = (x.dim(axis) - 1) * in.get(Convolution.STRIDE)
                - 2 * in.get(Convolution.PAD)
                + w.dim(axis)
                + in.get(OUTPUT_PADDING);
        if (side < 1) {
            throw in.refusal(WORDS.text("convTranspose2d.padCutsAwayAllThat", in.get(Convolution.PAD)));
        }
        return Math.toIntExact(side);
    }

    private static Kernel forward(Binding k) {
        Kernel painting = painted(k, k.in(X), k.in(W), k.out());
        if (!k.has(B)) {
            return painting;
        }
        Buffer bias = k.scratch(k.out().shape());
        return Kernel.sequence(painting, Images.repeatBias(k, k.in(B), 2, bias), k.zip(PLUS, k.out(), bias, k.out()));
    }

    /** What a convolution's gradient does to its image: each number of the output goes where its kernel stood. */
    private static Kernel painted(Binding k, Buffer image, Buffer weights, Buffer result) {
        return k.convolveBack(filter(k), image, weights, result);
    }

    private static Kernel pullImage(Binding k) {
        return k.convolve(filter(k), k.grad(), k.in(W), null, k.result());
    }

    private static Kernel pullWeights(Binding k) {
        return k.convolveWeights(filter(k), k.grad(), k.in(X), k.result());
    }

    /** The convolution that leads from the output back to x. */
    private static Filter filter(Binding k) {
        Shape w = k.shape(W);
        return new Filter(Images.batch(k.shape(X), 2), w.dim(1), w.dim(0), 1, window(k, -2), window(k, -1));
    }

    /** How the kernel slides over the output; output_padding leaves what it adds out of reach. */
    private static Window window(Binding k, int axis) {
        return new Window(
                k.out().shape().dim(axis),
                k.shape(W).dim(axis),
                Math.toIntExact(k.get(Convolution.STRIDE)),
                Math.toIntExact(k.get(Convolution.PAD)),
                1);
    }
}

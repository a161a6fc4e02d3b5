package chainrule.op.conv;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Pairs;
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
            throw in.refusal(
                    W,
                    "W is %s and x has %d channels: W should be %d × filters × height × width."
                            .formatted(w, channels, channels));
        }
        if (in.get(OUTPUT_PADDING) >= in.get(Convolution.STRIDE)) {
            throw in.refusal("Setting output_padding is %d and stride is %d: output_padding should be smaller."
                    .formatted(in.get(OUTPUT_PADDING), in.get(Convolution.STRIDE)));
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
            throw in.refusal("Setting pad is %d: it cuts away all that is painted and should be smaller."
                    .formatted(in.get(Convolution.PAD)));
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

    private static Kernel painted(Binding k, Buffer image, Buffer weights, Buffer result) {
        Buffer columns = columns(k);
        Kernel[] products = new Kernel[batch(k)];
        for (int i = 0; i < products.length; i++) {
            products[i] = k.gemm(weights(weights).transpose(), image(image, i, k), column(columns, i));
        }
        return Kernel.sequence(Kernel.sequence(products), k.scatterAdd(columns, positions(k), result));
    }

    private static Kernel pullImage(Binding k) {
        Buffer columns = columns(k);
        Kernel[] products = new Kernel[batch(k)];
        for (int i = 0; i < products.length; i++) {
            products[i] = k.gemm(weights(k.in(W)), column(columns, i), image(k.result(), i, k));
        }
        return Kernel.sequence(k.gather(k.grad(), positions(k), columns), Kernel.sequence(products));
    }

    private static Kernel pullWeights(Binding k) {
        Buffer columns = columns(k);
        Kernel[] products = new Kernel[batch(k)];
        for (int i = 0; i < products.length; i++) {
            Matrix image = image(k.in(X), i, k);
            Matrix column = column(columns, i).transpose();
            Matrix result = weights(k.result());
            products[i] = i == 0 ? k.gemm(image, column, result) : k.gemmAdding(image, column, result);
        }
        return Kernel.sequence(k.gather(k.grad(), positions(k), columns), Kernel.sequence(products));
    }

    private static int batch(Binding k) {
        return Images.batch(k.shape(X), 2);
    }

    private static Buffer columns(Binding k) {
        Shape x = k.shape(X);
        Shape w = k.shape(W);
        return k.scratch(
                Shape.of(batch(k), Math.toIntExact(w.size() / w.dim(0)), Math.multiplyExact(x.dim(-2), x.dim(-1))));
    }

    /** Where in the output each pixel paints; the border that pad cuts away is dropped. */
    private static int[] positions(Binding k) {
        return new Patches(batch(k) * k.shape(W).dim(1), window(k, -2), window(k, -1)).byPlace();
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

    private static Matrix weights(Buffer weights) {
        int rows = weights.shape().dim(0);
        return Matrix.of(weights, rows, weights.size() / rows);
    }

    private static Matrix image(Buffer image, int index, Binding k) {
        int rows = k.shape(W).dim(0);
        int columns = Math.toIntExact(image.size() / rows / batch(k));
        return new Matrix(image, rows, columns, (long) index * rows * columns, false);
    }

    private static Matrix column(Buffer columns, int index) {
        int rows = columns.shape().dim(1);
        int steps = columns.shape().dim(2);
        return new Matrix(columns, rows, steps, (long) index * rows * steps, false);
    }
}

package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/**
 * Convolution along one or two axes, without flipping the kernel: what the kernel reads is laid out in columns, one a
 * step, and W times the columns is the output (Chellapilla, Puri and Simard 2006).
 */
final class Convolution {
    static final InPort W = InPort.of("W");
    static final Param<Long> STRIDE =
            Param.integer("stride", 1, 1, Images.MOST).explained("How many places the kernel moves in a step.");
    static final Param<Long> PAD =
            Param.integer("pad", 0, 0, Images.MOST).explained("How wide a border of zeros is laid around x.");
    static final Param<Long> DILATION =
            Param.integer("dilation", 1, 1, Images.MOST).explained("Places between two that the kernel reads.");
    static final Param<Long> GROUPS = Param.integer("groups", 1, 1, Images.MOST)
            .explained("How many parts the channels are cut into, each with filters of its own.");

    private static final String COLUMNS = "columns";

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
                .saved(COLUMNS, this::columns)
                .forward("y = b + Σ x · W where the kernel stands", this::forward)
                .vjp(Images.X, "x̄ = Σ ȳ · W, back where the kernel read", this::pullImage)
                .jvp(Images.X, "ẏ = Σ ẋ · W where the kernel stands", this::pushImage)
                .vjp(W, "W̄ = Σ ȳ · x over all steps", this::pullWeights)
                .jvp(W, "ẏ = Σ x · Ẇ where the kernel stands", k -> filtered(k, k.grad(), k.saved(COLUMNS), k.result()))
                .vjp(Images.B, "b̄ = Σ ȳ over all steps", k -> Images.pullBias(k, axes))
                .jvp(Images.B, "ẏ = ḃ", k -> Images.repeatBias(k, k.grad(), axes, k.result()));
    }

    private Shape shape(Shapes in) {
        Shape x = Images.of(in, axes);
        Shape w = in.of(W);
        if (w.rank() != axes + 2) {
            throw in.refusal(
                    W,
                    "W is %s: it should be filters × channels × %s."
                            .formatted(w, axes == 2 ? "height × width" : "length"));
        }
        long groups = in.get(GROUPS);
        int channels = Images.channels(x, axes);
        if (channels % groups != 0 || w.dim(0) % groups != 0) {
            throw in.refusal("x has %d channels and W has %d filters: both should divide evenly into %d groups."
                    .formatted(channels, w.dim(0), groups));
        }
        if (w.dim(1) != channels / groups) {
            throw in.refusal(
                    W,
                    "x has %d channels%s and W is %s: the second axis of W should be %d."
                            .formatted(channels, groups == 1 ? "" : " in " + groups + " groups", w, channels / groups));
        }
        Images.bias(in, w.dim(0));
        Shape result =
                x.with(-1, Images.steps(in, window(in.settings(), x, w, -1))).with(-axes - 1, w.dim(0));
        return axes == 1 ? result : result.with(-2, Images.steps(in, window(in.settings(), x, w, -2)));
    }

    private Shape columns(Shapes in) {
        Patches patches = patches(in.settings(), in.of(Images.X), in.of(W));
        return Shape.of(patches.images(), patches.area(), patches.steps());
    }

    private Patches patches(Settings settings, Shape x, Shape w) {
        Window rows = axes == 1 ? Window.none() : window(settings, x, w, -2);
        return new Patches(
                Math.multiplyExact(Images.batch(x, axes), Images.channels(x, axes)), rows, window(settings, x, w, -1));
    }

    private static Window window(Settings settings, Shape x, Shape w, int axis) {
        return new Window(
                x.dim(axis),
                w.dim(axis),
                Math.toIntExact(settings.get(STRIDE)),
                Math.toIntExact(settings.get(PAD)),
                Math.toIntExact(settings.get(DILATION)));
    }

    private int[] positions(Binding k) {
        return patches(k.settings(), k.shape(Images.X), k.shape(W)).byPlace();
    }

    private Kernel forward(Binding k) {
        Kernel products = products(k, k.in(W), k.saved(COLUMNS), k.out(), k.has(Images.B));
        return Kernel.sequence(
                k.gather(k.in(Images.X), positions(k), k.saved(COLUMNS)),
                k.has(Images.B) ? Images.repeatBias(k, k.in(Images.B), axes, k.out()) : Kernel.nothing(),
                products);
    }

    private Kernel pushImage(Binding k) {
        Buffer columns = k.scratch(k.saved(COLUMNS).shape());
        return Kernel.sequence(k.gather(k.grad(), positions(k), columns), filtered(k, k.in(W), columns, k.result()));
    }

    private Kernel pullImage(Binding k) {
        Buffer columns = k.scratch(k.saved(COLUMNS).shape());
        Kernel[] products = new Kernel[blocks(k)];
        for (int i = 0; i < products.length; i++) {
            Matrix weights = weights(k, k.in(W), i).transpose();
            products[i] = k.gemm(weights, output(k, k.grad(), i), columns(k, columns, i));
        }
        return Kernel.sequence(Kernel.sequence(products), k.scatterAdd(columns, positions(k), k.result()));
    }

    private Kernel pullWeights(Binding k) {
        int groups = groups(k);
        Kernel[] products = new Kernel[blocks(k)];
        for (int i = 0; i < products.length; i++) {
            Matrix columns = columns(k, k.saved(COLUMNS), i).transpose();
            Matrix upstream = output(k, k.grad(), i);
            Matrix result = weights(k, k.result(), i);
            products[i] = i < groups ? k.gemm(upstream, columns, result) : k.gemmAdding(upstream, columns, result);
        }
        return Kernel.sequence(products);
    }

    private static Kernel filtered(Binding k, Buffer weights, Buffer columns, Buffer result) {
        return products(k, weights, columns, result, false);
    }

    private static Kernel products(Binding k, Buffer weights, Buffer columns, Buffer result, boolean adding) {
        Kernel[] products = new Kernel[blocks(k)];
        for (int i = 0; i < products.length; i++) {
            Matrix a = weights(k, weights, i);
            Matrix b = columns(k, columns, i);
            Matrix c = output(k, result, i);
            products[i] = adding ? k.gemmAdding(a, b, c) : k.gemm(a, b, c);
        }
        return Kernel.sequence(products);
    }

    /** One block for each group of each example. */
    private static int blocks(Binding k) {
        Shape columns = k.saved(COLUMNS).shape();
        return columns.dim(0) / k.shape(W).dim(1);
    }

    private static int groups(Binding k) {
        return Math.toIntExact(k.get(GROUPS));
    }

    private static Matrix weights(Binding k, Buffer weights, int block) {
        Shape w = k.shape(W);
        int rows = w.dim(0) / groups(k);
        int columns = Math.toIntExact(w.size() / w.dim(0));
        return new Matrix(weights, rows, columns, (long) (block % groups(k)) * rows * columns, false);
    }

    private static Matrix columns(Binding k, Buffer columns, int block) {
        Shape shape = columns.shape();
        int rows = k.shape(W).dim(1) * shape.dim(1);
        return new Matrix(columns, rows, shape.dim(2), (long) block * rows * shape.dim(2), false);
    }

    private static Matrix output(Binding k, Buffer output, int block) {
        int rows = k.shape(W).dim(0) / groups(k);
        int steps = k.saved(COLUMNS).shape().dim(2);
        return new Matrix(output, rows, steps, (long) block * rows * steps, false);
    }
}

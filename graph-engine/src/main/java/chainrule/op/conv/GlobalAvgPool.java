package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** The mean of each whole channel. */
public final class GlobalAvgPool {
    public static final NodeType TYPE = NodeType.named("global_avg_pool")
            .label("Global average pool")
            .category(Category.CONV)
            .inputs(Images.X)
            .shape(in -> Images.of(in, 2).without(-1).without(-1))
            .forward("y = mean of x over height and width", k -> mean(k, k.in(Images.X), k.out()))
            .latex("y_c = \\frac{1}{HW} \\sum_{i,j} x_{c,i,j}")
            .vjp(Images.X, "x̄ = ȳ / (height · width)", GlobalAvgPool::pull)
            .jvp(Images.X, "ẏ = mean of ẋ over height and width", k -> mean(k, k.grad(), k.result()))
            .pytorch("{x}.mean((-2, -1))")
            .example(Shape.of(2, 4, 4))
            .example(Shape.of(1, 2, 2, 3))
            .example(Shape.of(2, 1, 3, 2))
            .example(Shape.of(5, 1, 2, 2))
            .help(Help.of("Averages every channel of an image to one number.")
                    .history("Lin, Chen and Yan 2013, in place of the large dense layers at the end of a network.")
                    .use("Between the last convolution and the classes; images of any size then fit.")
                    .limits("It tells how much of something is in the picture, not where.")
                    .example("x = [[1, 5], [3, 3]] as one channel, ȳ = 2: y = 3, and every pixel’s gradient is 0.5.")
                    .source("Lin, Chen and Yan, “Network In Network”, 2013.")
                    .synonyms("gap", "pooling", "mean", "spatial average"))
            .build();

    private GlobalAvgPool() {}

    private static Kernel pull(Binding k) {
        Buffer share = k.scratch(k.grad().shape());
        return Kernel.sequence(
                k.map(divided(k), k.grad(), share), k.map(Functions.SAME, channels(k, share), k.result()));
    }

    private static Kernel mean(Binding k, Buffer from, Buffer to) {
        return Kernel.sequence(k.map(Functions.SAME, from, channels(k, to)), k.map(divided(k), to, to));
    }

    /** Numbers of channels with the axes of images, along which there is one of each. */
    private static Buffer channels(Binding k, Buffer each) {
        return each.beginning(k.shape(Images.X).with(-1, 1).with(-2, 1));
    }

    private static Unary divided(Binding k) {
        Shape x = k.shape(Images.X);
        double size = (double) x.dim(-1) * x.dim(-2);
        return Unary.of(v -> v / size, v -> v.over(size));
    }
}

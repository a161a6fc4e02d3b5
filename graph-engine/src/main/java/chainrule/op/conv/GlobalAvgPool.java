package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** The mean of each whole channel. */
public final class GlobalAvgPool {
    private static final Lane MEAN = (in, out) -> {
        double sum = 0;
        for (double v : in[0]) {
            sum += v;
        }
        out[0] = sum / in[0].length;
    };

    public static final NodeType TYPE = NodeType.named("global_avg_pool")
            .label("Global average pool")
            .category(Category.CONV)
            .inputs(Images.X)
            .shape(in -> Images.of(in, 2).without(-1).without(-1))
            .forward("y = mean of x over height and width", k -> lanes(k, MEAN, k.in(Images.X), k.out()))
            .latex("y_c = \\frac{1}{HW} \\sum_{i,j} x_{c,i,j}")
            .vjp(Images.X, "x̄ = ȳ / (height · width)", GlobalAvgPool::pull)
            .jvp(Images.X, "ẏ = mean of ẋ over height and width", k -> lanes(k, MEAN, k.grad(), k.result()))
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
        double size = k.in(Images.X).size() / (double) k.grad().size();
        return lanes(k, (in, out) -> Arrays.fill(out, in[0][0] / size), k.grad(), k.result());
    }

    private static Kernel lanes(Binding k, Lane lane, Buffer from, Buffer to) {
        Shape x = k.shape(Images.X);
        return k.lanes(lane, x, List.of(x.rank() - 2, x.rank() - 1), List.of(from), to);
    }
}

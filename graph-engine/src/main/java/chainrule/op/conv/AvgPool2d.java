package chainrule.op.conv;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** The mean of each window of an image. */
public final class AvgPool2d {
    private static final Pool POOL = new Pool(2);

    public static final NodeType TYPE = NodeType.named("avg_pool2d")
            .label("Average pool 2-D")
            .category(Category.CONV)
            .inputs(Images.X)
            .params(Pool.KERNEL, Pool.STRIDE, Pool.PAD)
            .shape(POOL::shape)
            .forward("y = mean of x in each window", k -> POOL.mean(k, k.in(Images.X), k.out()))
            .latex("y_{c,i,j} = \\frac{1}{K^2} \\sum_{u,v} x_{c,\\,iS-P+u,\\,jS-P+v}")
            .vjp(Images.X, "x̄ = ȳ / kernel² for each element of a window", POOL::pullMean)
            .jvp(Images.X, "ẏ = mean of ẋ in each window", k -> POOL.mean(k, k.grad(), k.result()))
            .pytorch("F.avg_pool2d({x}, {kernel}, {stride} or None, {pad})")
            .example(Shape.of(2, 4, 4))
            .example(Shape.of(1, 1, 2, 4))
            .example(Settings.of(Pool.KERNEL, 3L).with(Pool.STRIDE, 2L).with(Pool.PAD, 1L), Shape.of(2, 2, 4, 4))
            .example(Settings.of(Pool.STRIDE, 1L), Shape.of(5, 1, 3, 3))
            .help(Help.of("Averages each window of an image; a border counts as zeros.")
                    .history("LeCun’s networks of 1989 made their images smaller in this way.")
                    .use("To make an image smaller without jumps; every pixel keeps a share of the gradient.")
                    .limits("A small bright spot drowns in its surroundings, where max pooling would keep it.")
                    .example("x = [[1, 5], [3, 3]], ȳ = 2: y = 3, and every pixel’s gradient is 0.5.")
                    .source("LeCun and others, “Backpropagation Applied to Handwritten Zip Code Recognition”, 1989.")
                    .synonyms("pooling", "subsampling", "downsampling", "mean"))
            .build();

    private AvgPool2d() {}
}

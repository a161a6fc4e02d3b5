package chainrule.op.conv;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** The largest number of each window of an image. */
public final class MaxPool2d {
    private static final Pool POOL = new Pool(2);

    public static final NodeType TYPE = NodeType.named("max_pool2d")
            .label("Max pool 2-D")
            .category(Category.CONV)
            .inputs(Images.X)
            .params(Pool.KERNEL, Pool.STRIDE, Pool.PAD)
            .shape(POOL::shape)
            .forward("y = largest x of each window", POOL::largest)
            .latex("y_{c,i,j} = \\max_{u,v} x_{c,\\,iS-P+u,\\,jS-P+v}")
            .vjp(Images.X, "x̄ = ȳ at the largest of each window, 0 elsewhere", POOL::pullLargest)
            .jvp(Images.X, "ẏ = ẋ at the largest of each window", POOL::pushLargest)
            .kink(POOL.kink())
            .pytorch("F.max_pool2d({x}, {kernel}, {stride} or None, {pad})")
            .example(Shape.of(2, 4, 4))
            .example(Shape.of(1, 1, 2, 4))
            .example(Settings.of(Pool.KERNEL, 3L).with(Pool.STRIDE, 2L).with(Pool.PAD, 1L), Shape.of(2, 2, 4, 4))
            .example(Settings.of(Pool.STRIDE, 1L), Shape.of(5, 1, 3, 3))
            .help(Help.of("Keeps the largest number of each window of an image; on a tie the first.")
                    .history(
                            "Yamaguchi and others used it for speech in 1990; Weng’s cresceptron of 1992 for pictures.")
                    .use("Between convolutions: a smaller image, and a small shift of the picture changes little.")
                    .limits("Where something stood is forgotten, and only one element of each window learns.")
                    .example("x = [[1, 5], [3, 2]], ȳ = 2: y = 5, x̄ = [[0, 2], [0, 0]].")
                    .source("Weng, Ahuja and Huang, “Cresceptron”, 1992.")
                    .synonyms("pooling", "subsampling", "downsampling", "largest"))
            .build();

    private MaxPool2d() {}
}

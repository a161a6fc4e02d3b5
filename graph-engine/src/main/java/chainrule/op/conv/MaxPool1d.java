package chainrule.op.conv;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** The largest number of each window of a sequence. */
public final class MaxPool1d {
    private static final Pool POOL = new Pool(1);

    public static final NodeType TYPE = NodeType.named("max_pool1d")
            .label("Max pool 1-D")
            .category(Category.CONV)
            .inputs(Images.X)
            .params(Pool.KERNEL, Pool.STRIDE, Pool.PAD)
            .shape(POOL::shape)
            .forward("y = largest x of each window", POOL::largest)
            .latex("y_{c,i} = \\max_u x_{c,\\,iS-P+u}")
            .vjp(Images.X, "x̄ = ȳ at the largest of each window, 0 elsewhere", POOL::pullLargest)
            .jvp(Images.X, "ẏ = ẋ at the largest of each window", POOL::pushLargest)
            .kink(POOL.kink())
            .pytorch("F.max_pool1d({x}, {kernel}, {stride} or None, {pad})")
            .example(Shape.of(2, 6))
            .example(Shape.of(1, 1, 4))
            .example(Settings.of(Pool.KERNEL, 3L).with(Pool.STRIDE, 2L).with(Pool.PAD, 1L), Shape.of(2, 2, 5))
            .example(Settings.of(Pool.STRIDE, 1L), Shape.of(5, 1, 3))
            .help(Help.of("Keeps the largest number of each window of a sequence; on a tie the first.")
                    .history("Yamaguchi and others used it in 1990 to recognise spoken words.")
                    .use("Behind conv1d: a shorter sequence that still says what occurred.")
                    .limits("Where something stood is forgotten, and only one element of each window learns.")
                    .example("x = [[1, 5, 3, 2]], ȳ = [[1, 2]]: y = [[5, 3]], x̄ = [[0, 1, 2, 0]].")
                    .source(
                            "Yamaguchi and others, “A Neural Network for Speaker-Independent Isolated Word Recognition”, 1990.")
                    .synonyms("pooling", "subsampling", "downsampling", "largest"))
            .build();

    private MaxPool1d() {}
}

package chainrule.op.conv;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Convolution of images: every filter looks at every place with the same weights. */
public final class Conv2d {
    public static final NodeType TYPE = new Convolution(2)
            .rules(NodeType.named("conv2d"))
            .label("Convolution 2-D")
            .category(Category.CONV)
            .latex("y_{o,i,j} = b_o + \\sum_{c,u,v} x_{c,\\,iS-P+uD,\\,jS-P+vD}\\,W_{o,c,u,v}")
            .pytorch("F.conv2d({x}, {W}, {b}, stride={stride}, padding={pad}, dilation={dilation}, groups={groups})")
            .example(Shape.of(2, 4, 4), Shape.of(3, 2, 3, 3), Shape.of(3))
            .example(Settings.of(Convolution.PAD, 1L), Shape.of(1, 1, 3, 2), Shape.of(1, 1, 2, 2))
            .example(
                    Settings.of(Convolution.STRIDE, 2L).with(Convolution.GROUPS, 2L),
                    Shape.of(2, 2, 3, 3),
                    Shape.of(4, 1, 2, 2),
                    Shape.of(4))
            .example(
                    Settings.of(Convolution.DILATION, 2L).with(Convolution.PAD, 1L),
                    Shape.of(5, 1, 3, 3),
                    Shape.of(2, 1, 2, 2),
                    Shape.of(2))
            .help(Help.of(
                            "Slides small filters over an image; each gives a new image of how well it fits at each place.")
                    .history(
                            "Fukushima’s neocognitron of 1980; LeCun and others trained it by backpropagation in 1989.")
                    .use("For pictures, and for whatever means the same wherever it stands.")
                    .limits("It sees only as far as its kernel reaches; it takes many layers to see a whole picture.")
                    .example(
                            "x = [[1, 2], [3, 4]] as one channel, W = [[1, 0], [0, 1]]: y = 1 + 4 = 5, and x̄ is ȳ · W.")
                    .source("LeCun and others, “Backpropagation Applied to Handwritten Zip Code Recognition”, 1989.")
                    .synonyms("cnn", "filter", "kernel", "cross-correlation", "image", "depthwise"))
            .build();

    private Conv2d() {}
}

package chainrule.op.conv;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Convolution of sequences: every filter looks at every place with the same weights. */
public final class Conv1d {
    public static final NodeType TYPE = new Convolution(1)
            .rules(NodeType.named("conv1d"))
            .label("Convolution 1-D")
            .category(Category.CONV)
            .latex("y_{o,i} = b_o + \\sum_{c,u} x_{c,\\,iS-P+uD}\\,W_{o,c,u}")
            .pytorch("F.conv1d({x}, {W}, {b}, stride={stride}, padding={pad}, dilation={dilation}, groups={groups})")
            .example(Shape.of(2, 6), Shape.of(3, 2, 3), Shape.of(3))
            .example(Settings.of(Convolution.PAD, 1L), Shape.of(1, 1, 4), Shape.of(2, 1, 2))
            .example(
                    Settings.of(Convolution.STRIDE, 2L).with(Convolution.GROUPS, 2L),
                    Shape.of(2, 2, 5),
                    Shape.of(2, 1, 2),
                    Shape.of(2))
            .example(Settings.of(Convolution.DILATION, 2L), Shape.of(5, 1, 4), Shape.of(1, 1, 2), Shape.of(1))
            .help(Help.of("Slides small filters along a sequence; each tells at each place how well it fits there.")
                    .history("Waibel’s time-delay networks of 1987 recognised spoken sounds with it.")
                    .use("For sound, sensors and text, where a pattern means the same at any time.")
                    .limits("It sees only as far as its kernel reaches; dilation reaches further at the same cost.")
                    .example("x = [[1, 2, 4]], W = [[[−1, 1]]]: y = [[1, 2]], the steps of x; with ȳ = [[1, 0]], x̄ ="
                            + " [[−1, 1, 0]].")
                    .source("Waibel and others, “Phoneme Recognition Using Time-Delay Neural Networks”, 1989.")
                    .synonyms("cnn", "filter", "kernel", "sequence", "time delay", "signal"))
            .build();

    private Conv1d() {}
}

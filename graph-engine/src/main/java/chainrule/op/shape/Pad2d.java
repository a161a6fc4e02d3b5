package chainrule.op.shape;

import chainrule.kernel.Walk;
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
import java.util.List;

/** Images with a border of zeros. */
public final class Pad2d {
    private static final Phrases WORDS = Phrases.of(Pad2d.class);
    private static final InPort X = InPort.of("x");
    private static final Param<List<Integer>> PAD =
            Param.integers("pad", List.of(1, 1, 1, 1)).explained("How wide the border is: top, bottom, left, right.");

    public static final NodeType TYPE = NodeType.named("pad2d")
            .label("Zero padding")
            .category(Category.SHAPE)
            .inputs(X)
            .params(PAD)
            .shape(Pad2d::shape)
            .forward("y = x within a border of zeros", k -> k.scatterAdd(k.in(X), positions(k), k.out()))
            .latex("y = \\operatorname{pad}(x)")
            .vjp(X, "x̄ = ȳ without its border", k -> k.gather(k.grad(), positions(k), k.result()))
            .jvp(X, "ẏ = ẋ within a border of zeros", k -> k.scatterAdd(k.grad(), positions(k), k.result()))
            .pytorch("F.pad({x}, [{pad}[side] for side in (2, 3, 0, 1)])")
            .example(Shape.of(1, 2, 2))
            .example(Settings.of(PAD, List.of(1, 0, 0, 2)), Shape.of(2, 1, 2, 3))
            .example(Settings.of(PAD, List.of(0, 2, 1, 0)), Shape.of(5, 2, 1, 1))
            .example(Settings.of(PAD, List.of(0, 0, 0, 0)), Shape.of(2, 3))
            .help(Help.of("Puts a border of zeros around images; the last two axes are their height and width.")
                    .history("From signal processing; convolutional networks pad so that images keep their size.")
                    .use("Before a convolution that should see the edges, or to shift an image by a pixel.")
                    .limits("The zeros are no data: near the edge a network sees an edge that was not there.")
                    .example("x = [[5]] with pad [1, 0, 0, 2]: y = [[0, 0, 0], [5, 0, 0]].")
                    .source("LeCun et al., “Gradient-Based Learning Applied to Document Recognition”, 1998.")
                    .synonyms("border", "margin", "frame", "same"))
            .build();

    private Pad2d() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        List<Integer> pad = in.get(PAD);
        if (x.rank() < 2) {
            throw in.refusal(X, WORDS.text("pad2d.itsLastTwoAxesHeight", x));
        }
        if (pad.size() != 4) {
            throw in.refusal(WORDS.text("pad2d.padHoldFourWidthsTop", pad));
        }
        for (int width : pad) {
            if (width < 0) {
                throw in.refusal(WORDS.text("pad2d.padHoldsBorder0Or", width));
            }
        }
        return padded(x, pad);
    }

    private static Shape padded(Shape x, List<Integer> pad) {
        int height = Math.addExact(x.dim(-2), Math.addExact(pad.get(0), pad.get(1)));
        int width = Math.addExact(x.dim(-1), Math.addExact(pad.get(2), pad.get(3)));
        return x.with(-2, height).with(-1, width);
    }

    /** Where the elements of x lie in the padded image. */
    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        List<Integer> pad = k.get(PAD);
        Shape padded = padded(x, pad);
        long start = (long) pad.get(0) * padded.dim(-1) + pad.get(2);
        return Walk.positions(x, padded.strides(), start);
    }
}

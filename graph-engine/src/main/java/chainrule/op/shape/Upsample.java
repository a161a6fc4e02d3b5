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
import java.util.Arrays;

/** Images enlarged by repeating each pixel. */
public final class Upsample {
    private static final Phrases WORDS = Phrases.of(Upsample.class);
    private static final InPort X = InPort.of("x");
    private static final Param<Long> SCALE = Param.integer("scale", 2, 1, Integer.MAX_VALUE)
            .explained("How many times each pixel is repeated in each direction.");

    public static final NodeType TYPE = NodeType.named("upsample")
            .label("Upsample")
            .category(Category.SHAPE)
            .inputs(X)
            .params(SCALE)
            .shape(Upsample::shape)
            .forward("y = each pixel of x repeated", k -> k.gather(k.in(X), positions(k), k.out()))
            .latex("y_{ij} = x_{\\lfloor i/s \\rfloor, \\lfloor j/s \\rfloor}")
            .vjp(X, "x̄ = Σ ȳ over the copies", k -> k.scatterAdd(k.grad(), positions(k), k.result()))
            .jvp(X, "ẏ = each pixel of ẋ repeated", k -> k.gather(k.grad(), positions(k), k.result()))
            .pytorch("{x}.repeat_interleave({scale}, -2).repeat_interleave({scale}, -1)")
            .example(Shape.of(1, 2, 2))
            .example(Settings.of(SCALE, 3L), Shape.of(2, 1, 2, 1))
            .example(Settings.of(SCALE, 1L), Shape.of(2, 3))
            .example(Shape.of(5, 1, 1, 2))
            .help(Help.of("Enlarges images by repeating each pixel; the last two axes are their height and width.")
                    .history(
                            "The nearest-neighbour zoom of early graphics; decoders took it up against checker patterns.")
                    .use("In decoders and autoencoders, before a convolution, to bring an image back to its size.")
                    .limits("It adds no detail; edges become steps, which the convolution behind it should smooth.")
                    .example("x = [[1, 2]], scale 2: y = [[1, 1, 2, 2], [1, 1, 2, 2]]; with ones for ȳ, x̄ = [[4, 4]].")
                    .source("Odena, Dumoulin and Olah, “Deconvolution and Checkerboard Artifacts”, 2016.")
                    .synonyms("enlarge", "zoom", "nearest", "interpolate", "unpool"))
            .build();

    private Upsample() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        if (x.rank() < 2) {
            throw in.refusal(X, WORDS.text("pad2d.itsLastTwoAxesHeight", x));
        }
        int scale = Math.toIntExact(in.get(SCALE));
        return x.with(-2, Math.multiplyExact(x.dim(-2), scale)).with(-1, Math.multiplyExact(x.dim(-1), scale));
    }

    /** Which pixel each pixel of the result repeats: the scale is walked as an axis of its own, which goes nowhere. */
    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        int scale = Math.toIntExact(k.get(SCALE));
        int rank = x.rank();
        int[] dims = Arrays.copyOf(x.dims(), rank + 2);
        long[] strides = Arrays.copyOf(x.strides(), rank + 2);
        dims[rank - 1] = scale;
        dims[rank] = x.dim(-1);
        dims[rank + 1] = scale;
        strides[rank - 1] = 0;
        strides[rank] = 1;
        strides[rank + 1] = 0;
        return Walk.positions(Shape.of(dims), strides, 0);
    }
}

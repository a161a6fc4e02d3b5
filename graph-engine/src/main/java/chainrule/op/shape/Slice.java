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

/** The elements between two positions of an axis. */
public final class Slice {
    private static final Phrases WORDS = Phrases.of(Slice.class);
    private static final InPort X = InPort.of("x");
    private static final Param<Long> AXIS = Param.integer("axis", 0, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("The axis that is cut; negative ones count from the end.");
    private static final Param<Long> START =
            Param.integer("start", 0, 0, Integer.MAX_VALUE).explained("The first position that is kept, from 0.");
    private static final Param<Long> STOP =
            Param.integer("stop", 1, 0, Integer.MAX_VALUE).explained("The first position that is no longer kept.");

    public static final NodeType TYPE = NodeType.named("slice")
            .label("Slice")
            .category(Category.SHAPE)
            .inputs(X)
            .params(AXIS, START, STOP)
            .shape(Slice::shape)
            .forward("y = x from start to before stop", k -> k.gather(k.in(X), positions(k), k.out()))
            .latex("y = x_{\\mathit{start}:\\mathit{stop}}")
            .vjp(X, "x̄ = ȳ in its place, 0 elsewhere", k -> k.scatterAdd(k.grad(), positions(k), k.result()))
            .jvp(X, "ẏ = ẋ from start to before stop", k -> k.gather(k.grad(), positions(k), k.result()))
            .pytorch("{x}.narrow({axis}, {start}, {stop} - {start})")
            .example(Shape.of(3))
            .example(slice(1, 1, 3), Shape.of(2, 3))
            .example(slice(-1, 0, 2), Shape.of(1, 2, 3))
            .example(slice(0, 2, 5), Shape.of(5, 2))
            .help(Help.of("Keeps the part of an array between two positions of one axis.")
                    .history("ALGOL 68 trimmed arrays this way; NumPy and PyTorch write it x[start:stop].")
                    .use("To take some features, some time steps, or a window of an image.")
                    .limits("What is cut away gets gradient 0 from here; start counts, stop does not.")
                    .example("x = [5, 6, 7, 8], start 1, stop 3: y = [6, 7]; with ȳ = [1, 2], x̄ = [0, 1, 2, 0].")
                    .source("Harris et al., “Array Programming with NumPy”, Nature 585, 2020.")
                    .synonyms("crop", "narrow", "part", "window", "range"))
            .build();

    private Slice() {}

    private static Settings slice(long axis, long start, long stop) {
        return Settings.of(AXIS, axis).with(START, start).with(STOP, stop);
    }

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        int axis = in.axis(x, Math.toIntExact(in.get(AXIS)));
        long start = in.get(START);
        long stop = in.get(STOP);
        if (start >= stop) {
            throw in.refusal(WORDS.text("slice.sliceFromBeforeHoldsNothing", start, stop));
        }
        if (stop > x.dim(axis)) {
            throw in.refusal(X, WORDS.text("slice.sliceEndsAtStopAt", x, stop, x.dim(axis), axis));
        }
        return x.with(axis, Math.toIntExact(stop - start));
    }

    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        int axis = Math.floorMod(Math.toIntExact(k.get(AXIS)), x.rank());
        int length = Math.toIntExact(k.get(STOP) - k.get(START));
        return Walk.positions(x.with(axis, length), x.strides(), k.get(START) * x.strides()[axis]);
    }
}

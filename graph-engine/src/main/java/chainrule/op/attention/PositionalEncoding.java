package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pairs;
import chainrule.kernel.Unary;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Add;
import chainrule.op.source.Constant;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** Waves of many lengths added to the positions of a sequence, so that each is told from the others. */
public final class PositionalEncoding {
    private static final InPort X = InPort.of("x");
    private static final Unary AS_IT_IS = Functions.SAME;

    /** The longest wave is about 2π times as long as this. */
    private static final double LONGEST = 10000;

    public static final NodeType TYPE = NodeType.named("positional_encoding")
            .label("Sinusoidal positions")
            .category(Category.ATTENTION)
            .inputs(X)
            .shape(in -> Positions.of(in, X))
            .forward("y = x + sin or cos of the position", PositionalEncoding::forward)
            .latex("y_{t,2k} = x_{t,2k} + \\sin\\frac{t}{10000^{2k/d}}, \\quad"
                    + " y_{t,2k+1} = x_{t,2k+1} + \\cos\\frac{t}{10000^{2k/d}}")
            .vjp(X, "x̄ = ȳ", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .opened(PositionalEncoding::parts)
            .pytorch("{x} + positions({x}.shape[-2], {x}.shape[-1])")
            .example(Shape.of(3, 4))
            .example(Shape.of(1, 2, 3))
            .example(Shape.of(2, 3, 2))
            .example(Shape.of(5, 2, 1))
            .help(Help.of("Adds to each position of a sequence a pattern of sines and cosines that only it has.")
                    .history(
                            "Vaswani and others used it in the transformer of 2017, which has no other sense of order.")
                    .use("Behind an embedding and before attention.")
                    .limits("The pattern is fixed; learned or relative positions often do better today.")
                    .example(
                            "Position 0 adds [0, 1, 0, 1], position 1 of width 4 adds [0.8415, 0.5403, 0.01, 0.99995].")
                    .source("Vaswani and others, “Attention Is All You Need”, section 3.5, 2017.")
                    .synonyms("position", "order", "transformer", "sine", "sinusoidal"))
            .build();

    private PositionalEncoding() {}

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        Settings waves = Settings.none().with("value", new Literal.Numbers(waves(in.of(X))));
        Parts.End positions = inside.source("positions", Constant.TYPE, waves);
        return inside.done(inside.part("add", Add.TYPE, inside.port(X), positions));
    }

    private static Tensor waves(Shape x) {
        int width = x.dim(-1);
        double[] waves = new double[x.dim(-2) * width];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = wave(i / width, i % width, width);
        }
        return Tensor.of(Shape.of(x.dim(-2), width), waves);
    }

    private static Kernel forward(Binding k) {
        Tensor pattern = waves(k.shape(X));
        Buffer waves = k.scratch(pattern.shape());
        waves.load(pattern);
        return k.zip(Pairs.PLUS, k.in(X), waves, k.out());
    }

    private static double wave(int position, int column, int width) {
        double angle = position / Math.pow(LONGEST, (double) (column - column % 2) / width);
        return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }
}

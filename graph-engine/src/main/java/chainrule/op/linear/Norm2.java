package chainrule.op.linear;

import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Ternary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Euclidean length of all elements together. */
public final class Norm2 {
    private static final InPort X = InPort.of("x");
    private static final Ternary ALONG = Ternary.of((g, x, y) -> y == 0 ? 0 : g * x / y, (g, x, y) -> y.equal(0)
            .choose(0, g.times(x).over(y)));

    public static final NodeType TYPE = NodeType.named("norm2")
            .label("Length")
            .category(Category.LINEAR)
            .inputs(X)
            .shape(in -> Shape.scalar())
            .forward("y = ‖x‖", Norm2::forward)
            .latex("y = \\lVert x \\rVert_2")
            .vjp(X, "x̄ = ȳ · x / y", k -> k.zip(ALONG, k.grad(), k.in(X), k.out(), k.result()))
            .jvp(X, "ẏ = Σ ẋ · x / y", k -> k.zip(ALONG, k.grad(), k.in(X), k.out(), k.result()))
            .pytorch("{x}.norm()")
            .example(Shape.of(3))
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("The length of an array, seen as one arrow: the root of the sum of the squares.")
                    .history("Pythagoras' theorem, carried to any number of axes.")
                    .use("To watch how large weights or gradients are, to clip them, or to measure a distance.")
                    .limits("At 0 there is no slope, and 0 is taken; near 0 the direction of the gradient jumps.")
                    .example("x = [3, 4], ȳ = 1: y = √(9 + 16) = 5, x̄ = [0.6, 0.8].")
                    .source("Goodfellow, Bengio and Courville, “Deep Learning”, section 2.5, 2016.")
                    .synonyms("norm", "magnitude", "euclidean", "distance", "l2"))
            .build();

    private Norm2() {}

    private static Kernel forward(Binding k) {
        Shape x = k.shape(X);
        List<Integer> all = IntStream.range(0, x.rank()).boxed().toList();
        return k.lanes(
                Lane.of(
                        (in, out) -> out[0] = length(in[0]),
                        in -> in.get(0).squared().sum().sqrt()),
                x,
                all,
                List.of(k.in(X)),
                k.out());
    }

    private static double length(double[] lane) {
        double sum = 0;
        for (double v : lane) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}

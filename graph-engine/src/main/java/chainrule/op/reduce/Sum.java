package chainrule.op.reduce;

import chainrule.kernel.Lane;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** Sum of all elements, or along axes. */
public final class Sum {
    private static final Lane ADD =
            Lane.of((in, out) -> out[0] = Reduced.sum(in[0]), in -> in.get(0).sum());
    private static final Lane REPEAT = Lane.of((in, out) -> Arrays.fill(out, in[0][0]), in -> in.get(0));

    public static final NodeType TYPE = NodeType.named("sum")
            .label("Sum")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS, Reduced.KEEPDIMS)
            .shape(Reduced::shapeKeeping)
            .forward("y = Σ x", Reduced.forward(ADD))
            .latex("y = \\sum_i x_i")
            .vjp(Reduced.X, "x̄ = ȳ for each element", Reduced.linear(REPEAT))
            .jvp(Reduced.X, "ẏ = Σ ẋ", Reduced.linear(ADD))
            .pytorch("{x}.sum(dim={axis}, keepdim={keepdims})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .example(Settings.of(Reduced.AXIS, List.of(1)).with(Reduced.KEEPDIMS, true), Shape.of(2, 3))
            .help(Help.of("Adds up all elements, or those along the chosen axes.")
                    .history("The sign Σ is Euler's, of 1755.")
                    .use("To make one number of many: a total loss, a score, a weighted sum after a product.")
                    .limits(
                            "It grows with the number of elements; to compare batches of different sizes, take the mean.")
                    .example("x = [1, 2, 3], ȳ = 2: y = 6, x̄ = [2, 2, 2]: every element receives the whole gradient.")
                    .source("Euler, “Institutiones calculi differentialis”, 1755.")
                    .synonyms("add up", "total", "sigma", "reduce"))
            .build();

    private Sum() {}
}

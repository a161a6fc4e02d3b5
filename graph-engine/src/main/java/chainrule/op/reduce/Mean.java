package chainrule.op.reduce;

import chainrule.kernel.Lane;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** Mean of all elements, or along axes. */
public final class Mean {
    private static final Lane AVERAGE = Lane.of((in, out) -> out[0] = Reduced.sum(in[0]) / in[0].length, in -> in.get(0)
            .mean());
    private static final Lane SHARE = Lane.of((in, out) -> Arrays.fill(out, in[0][0] / out.length), in -> in.get(0)
            .over(in.get(0).length()));

    public static final NodeType TYPE = NodeType.named("mean")
            .label("Mean")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS, Reduced.KEEPDIMS)
            .shape(Reduced::shapeKeeping)
            .forward("y = 1/n · Σ x", Reduced.forward(AVERAGE))
            .latex("y = \\frac{1}{n} \\sum_i x_i")
            .vjp(Reduced.X, "x̄ = ȳ / n for each element", Reduced.linear(SHARE))
            .jvp(Reduced.X, "ẏ = 1/n · Σ ẋ", Reduced.linear(AVERAGE))
            .pytorch("{x}.mean(dim={axis}, keepdim={keepdims})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .example(Settings.of(Reduced.AXIS, List.of(1)).with(Reduced.KEEPDIMS, true), Shape.of(2, 3))
            .help(Help.of("Averages all elements, or those along the chosen axes.")
                    .history(
                            "Astronomers of the 16th century averaged to be rid of errors; Gauss explained why it works.")
                    .use(
                            "For a loss over a batch: its size and that of the gradient do not depend on how many examples.")
                    .limits("One far outlier moves it; and of a mean of means only equal sizes give the overall mean.")
                    .example("x = [1, 2, 6], ȳ = 3: y = 3, x̄ = [1, 1, 1]: the gradient is shared by all.")
                    .source("Gauss, “Theoria motus corporum coelestium”, 1809.")
                    .synonyms("average", "expectation", "reduce"))
            .build();

    private Mean() {}
}

package chainrule.op.reduce;

import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Largest of all elements, or along axes. */
public final class ReduceMax {
    public static final NodeType TYPE = NodeType.named("reduce_max")
            .label("Largest")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS)
            .shape(Reduced::shape)
            .forward("y = max(x)", Reduced.forward(Ties.best(Math::max, Term::most)))
            .latex("y = \\max_i x_i")
            .vjp(Reduced.X, "x̄ = ȳ · [x = y] / number of ties", Reduced.derivativeByResult(Ties.pull()))
            .jvp(Reduced.X, "ẏ = Σ ẋ · [x = y] / number of ties", Reduced.derivativeByResult(Ties.push()))
            .kink(Ties.kink())
            .pytorch("{x}.amax(dim={axis})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .help(Help.of("The largest of all elements, or of those along the chosen axes.")
                    .history(
                            "As a layer it came with the neocognitron's successors: pooling takes the largest of a patch.")
                    .use("To ask whether anything anywhere responded: over time, over a picture, over scores.")
                    .limits("Only the largest element learns; ties share its gradient evenly.")
                    .example("x = [1, 5, 5], ȳ = 2: y = 5, x̄ = [0, 1, 1].")
                    .source("Riesenhuber and Poggio, “Hierarchical Models of Object Recognition in Cortex”, 1999.")
                    .synonyms("max", "maximum", "amax", "peak", "reduce"))
            .build();

    private ReduceMax() {}
}

package chainrule.op.reduce;

import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Smallest of all elements, or along axes. */
public final class ReduceMin {
    public static final NodeType TYPE = NodeType.named("reduce_min")
            .label("Smallest")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS)
            .shape(Reduced::shape)
            .forward("y = min(x)", Reduced.forward(Ties.best(Math::min, Term::least)))
            .latex("y = \\min_i x_i")
            .vjp(Reduced.X, "x̄ = ȳ · [x = y] / number of ties", Reduced.derivativeByResult(Ties.pull()))
            .jvp(Reduced.X, "ẏ = Σ ẋ · [x = y] / number of ties", Reduced.derivativeByResult(Ties.push()))
            .kink(Ties.kink())
            .pytorch("{x}.amin(dim={axis})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .help(Help.of("The smallest of all elements, or of those along the chosen axes.")
                    .history(
                            "Game theory has taken the smallest of what the opponent may leave since von Neumann, 1928.")
                    .use("To look at the worst case: the smallest margin, the lowest score, the nearest distance.")
                    .limits("Only the smallest element learns; ties share its gradient evenly.")
                    .example("x = [4, 1, 3], ȳ = 2: y = 1, x̄ = [0, 2, 0].")
                    .source("von Neumann, “Zur Theorie der Gesellschaftsspiele”, 1928.")
                    .synonyms("min", "minimum", "amin", "least", "reduce"))
            .build();

    private ReduceMin() {}
}

package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Square root. */
public final class Sqrt {
    private static final InPort X = InPort.of("x");
    private static final Unary VALUE = Unary.of(Math::sqrt, Term::sqrt);
    private static final Binary SLOPE = Binary.of((y, grad) -> grad / (2 * y), (y, grad) -> grad.over(y.times(2)));

    public static final NodeType TYPE = NodeType.named("sqrt")
            .label("Square root")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = √x", k -> k.map(VALUE, k.in(X), k.out()))
            .latex("y = \\sqrt{x}")
            .vjp(X, "x̄ = ȳ / (2y)", k -> k.zip(SLOPE, k.out(), k.grad(), k.result()))
            .pytorch("torch.sqrt({x})")
            .example(Settings.none(), 0.2, 2, Shape.of(2, 3))
            .example(Settings.none(), 0.2, 2, Shape.scalar())
            .help(Help.of("Takes the square root of every element.")
                    .history(
                            "Rudolff printed the sign √ in 1525; the diagonal of a square needed the root long before.")
                    .use(
                            "To come back from squares: from a variance to a standard deviation, from a sum of squares to a length.")
                    .limits(
                            "At 0 its slope is infinite, and below 0 it is NaN; a small number added first prevents both.")
                    .example("x = 4, ȳ = 1: y = 2, x̄ = 0.25.")
                    .source("Rudolff, “Die Coss”, 1525.")
                    .synonyms("root", "square root", "standard deviation", "length"))
            .build();

    private Sqrt() {}
}

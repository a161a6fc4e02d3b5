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

/** Natural logarithm. */
public final class Log {
    private static final InPort X = InPort.of("x");
    private static final Unary VALUE = Unary.of(Math::log, Term::log);
    private static final Binary SLOPE = Binary.of((x, grad) -> grad / x, (x, grad) -> grad.over(x));

    public static final NodeType TYPE = NodeType.named("log")
            .label("Natural log")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = ln(x)", k -> k.map(VALUE, k.in(X), k.out()))
            .latex("y = \\ln x")
            .vjp(X, "x̄ = ȳ / x", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .pytorch("torch.log({x})")
            .example(Settings.none(), 0.2, 2, Shape.of(2, 3))
            .example(Settings.none(), 0.2, 2, Shape.scalar())
            .help(Help.of("Finds the power of e that gives every element.")
                    .history("Napier published logarithms in 1614, to turn multiplication into addition.")
                    .use("To turn products of probabilities into sums, and probabilities into losses.")
                    .limits("At 0 it is minus infinity and below 0 it is NaN; near 0 its gradient is enormous.")
                    .example("x = 2, ȳ = 1: y = 0.6931, x̄ = 0.5.")
                    .source("Napier, “Mirifici logarithmorum canonis descriptio”, 1614.")
                    .synonyms("ln", "logarithm", "natural logarithm", "log-likelihood"))
            .build();

    private Log() {}
}

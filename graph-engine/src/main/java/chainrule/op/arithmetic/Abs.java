package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Absolute value. */
public final class Abs {
    private static final InPort X = InPort.of("x");
    private static final Unary VALUE = Unary.of(Math::abs, Term::abs);
    private static final Binary SLOPE =
            Binary.of((x, grad) -> grad * Math.signum(x), (x, grad) -> grad.times(x.sign()));

    public static final NodeType TYPE = NodeType.named("abs")
            .label("Absolute value")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = |x|", k -> k.map(VALUE, k.in(X), k.out()))
            .latex("y = |x|")
            .vjp(X, "x̄ = ȳ · sign(x)", k -> k.zip(SLOPE, k.in(X), k.grad(), k.result()))
            .kink(Kink.at(X))
            .pytorch("{x}.abs()")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Drops the sign of every element.")
                    .history(
                            "Boscovich fitted a line by least absolute deviations in 1757, half a century before least squares.")
                    .use("For errors that outliers should not dominate, and for penalties that make weights exactly 0.")
                    .limits(
                            "It has a corner at 0, where its slope counts as 0, and the slope never shrinks near the minimum.")
                    .example("x = −3, ȳ = 2: y = 3, x̄ = −2.")
                    .source("Bloomfield and Steiger, “Least Absolute Deviations”, 1983.")
                    .synonyms("absolute", "magnitude", "modulus", "l1"))
            .build();

    private Abs() {}
}

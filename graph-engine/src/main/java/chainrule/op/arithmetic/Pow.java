package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Kernel;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Power with a fixed exponent. */
public final class Pow {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> EXPONENT =
            Param.number("exponent", 2).explained("To which power every element is raised.");

    public static final NodeType TYPE = NodeType.named("pow")
            .label("Power")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .params(EXPONENT)
            .shape(in -> in.of(X))
            .forward("y = x^exponent", Pow::power)
            .latex("y = x^p")
            .vjp(X, "x̄ = ȳ · exponent · x^(exponent − 1)", Pow::slope)
            .pytorch("{x} ** {exponent}")
            .example(Settings.of(EXPONENT, 3.0), Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(EXPONENT, 0.5), 0.2, 2, Shape.of(4))
            .example(Settings.of(EXPONENT, -1.5), 0.5, 2, Shape.of(2, 2))
            .example(Settings.of(EXPONENT, 0.0), Shape.of(3))
            .help(Help.of("Raises every element to a power that is not learned.")
                    .history("Descartes wrote raised exponents in 1637.")
                    .use("For polynomials, roots and penalties of a chosen steepness.")
                    .limits("A power that is not whole gives NaN below 0; a power below 1 has an infinite slope at 0.")
                    .example("exponent = 3, x = 2, ȳ = 1: y = 8, x̄ = 3 · 2² = 12.")
                    .source("Descartes, “La Géométrie”, 1637.")
                    .synonyms("power", "exponent", "polynomial", "cube", "root"))
            .build();

    private Pow() {}

    private static Kernel power(Binding k) {
        double exponent = k.get(EXPONENT);
        return k.map(Unary.of(x -> Math.pow(x, exponent), x -> x.pow(exponent)), k.in(X), k.out());
    }

    /** An exponent of 0 makes a constant: its slope is 0 even where x^(−1) is infinite. */
    private static Kernel slope(Binding k) {
        double exponent = k.get(EXPONENT);
        Binary slope = Binary.of(
                (x, grad) -> exponent == 0 ? grad * 0 : grad * exponent * Math.pow(x, exponent - 1),
                (x, grad) ->
                        exponent == 0 ? grad.times(0) : grad.times(exponent).times(x.pow(exponent - 1)));
        return k.zip(slope, k.in(X), k.grad(), k.result());
    }
}

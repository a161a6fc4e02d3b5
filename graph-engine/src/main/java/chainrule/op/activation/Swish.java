package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Kernel;
import chainrule.kernel.Logistic;
import chainrule.kernel.Term;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** SiLU of a chosen steepness. */
public final class Swish {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> BETA = Param.number("beta", 1).explained("How steep the sigmoid is.");

    public static final NodeType TYPE = NodeType.named("swish")
            .label("Swish")
            .category(Category.ACTIVATION)
            .inputs(X)
            .params(BETA)
            .shape(in -> in.of(X))
            .forward("y = x · σ(beta · x)", Swish::gated)
            .latex("y = x\\,\\sigma(\\beta x)")
            .vjp(X, "x̄ = ȳ · σ(beta · x) · (1 + beta · x · (1 − σ(beta · x)))", Swish::slope)
            .pytorch("{x} * torch.sigmoid({beta} * {x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(BETA, 1.7), Shape.of(2, 3))
            .help(Help.of(
                            "Weighs a number by a sigmoid whose steepness is set: from half the number at 0 to nearly ReLU where it is large.")
                    .history("Ramachandran, Zoph and Le found it in 2017 by letting a program search for activations.")
                    .use("To see how a straight line turns into ReLU.")
                    .limits("Here beta is fixed; where it should be learned, build the formula from its parts.")
                    .example("beta = 2, x = 1, ȳ = 1: y = 0.8808, x̄ = 0.8808 · (1 + 2 · 0.1192) = 1.0908.")
                    .source("Ramachandran, Zoph and Le, “Searching for Activation Functions”, 2017.")
                    .synonyms("silu", "beta", "smooth", "gate", "activation"))
            .build();

    private Swish() {}

    private static Kernel gated(Binding k) {
        double beta = k.get(BETA);
        return k.map(
                Unary.of(
                        x -> x * Logistic.at(beta * x),
                        x -> x.times(x.times(beta).logistic())),
                k.in(X),
                k.out());
    }

    private static Kernel slope(Binding k) {
        double beta = k.get(BETA);
        return k.zip(
                Binary.of((x, grad) -> grad * slope(x, beta), (x, grad) -> grad.times(slope(x, beta))),
                k.in(X),
                k.grad(),
                k.result());
    }

    private static double slope(double x, double beta) {
        double s = Logistic.at(beta * x);
        return s * (1 + beta * x * (1 - s));
    }

    private static Term slope(Term x, double beta) {
        Term s = x.times(beta).logistic();
        return s.times(x.times(beta).times(s.rest()).plus(1));
    }
}

package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Kernel;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Exponential linear unit. */
public final class Elu {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> ALPHA =
            Param.number("alpha", 1).explained("Minus the value that it levels off at.");

    public static final NodeType TYPE = NodeType.named("elu")
            .label("ELU")
            .category(Category.ACTIVATION)
            .inputs(X)
            .params(ALPHA)
            .shape(in -> in.of(X))
            .forward("y = x where x > 0, else alpha · (exp(x) − 1)", Elu::bend)
            .latex("y = \\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & \\text{else} \\end{cases}")
            .vjp(X, "x̄ = ȳ · (1 where x > 0, else alpha · exp(x))", Elu::slope)
            .kink(Kink.at(X))
            .pytorch("torch.nn.functional.elu({x}, {alpha})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(ALPHA, 0.5), Shape.of(2, 3))
            .help(Help.of("Keeps positive numbers and lets negative ones level off smoothly at −alpha.")
                    .history("Clevert, Unterthiner and Hochreiter introduced it in 2015.")
                    .use("Where activations should average near 0 and the bend should be smooth.")
                    .limits("It needs an exponential, and far below 0 it is as flat as ReLU.")
                    .example("alpha = 1, x = −1, ȳ = 1: y = −0.6321, x̄ = 0.3679.")
                    .source(
                            "Clevert, Unterthiner and Hochreiter, “Fast and Accurate Deep Network Learning by Exponential Linear Units”, 2015.")
                    .synonyms("exponential linear", "smooth", "rectifier", "activation"))
            .build();

    private Elu() {}

    private static Kernel bend(Binding k) {
        double alpha = k.get(ALPHA);
        return k.map(
                Unary.of(x -> x > 0 ? x : alpha * Math.expm1(x), x -> x.above(0)
                        .choose(x, x.expm1().times(alpha))),
                k.in(X),
                k.out());
    }

    private static Kernel slope(Binding k) {
        double alpha = k.get(ALPHA);
        return k.zip(
                Binary.of(
                        (x, grad) -> grad * (x > 0 ? 1 : alpha * Math.exp(x)),
                        (x, grad) -> grad.times(x.above(0).choose(1, x.exp().times(alpha)))),
                k.in(X),
                k.grad(),
                k.result());
    }
}

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

/** ReLU that is not quite flat below 0. */
public final class LeakyRelu {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> SLOPE = Param.number("slope", 0.01).explained("The slope at 0 and below.");

    public static final NodeType TYPE = NodeType.named("leaky_relu")
            .label("Leaky ReLU")
            .category(Category.ACTIVATION)
            .inputs(X)
            .params(SLOPE)
            .shape(in -> in.of(X))
            .forward("y = x where x > 0, else slope · x", LeakyRelu::leak)
            .latex("y = \\begin{cases} x & x > 0 \\\\ \\alpha x & \\text{else} \\end{cases}")
            .vjp(X, "x̄ = ȳ · (1 where x > 0, else slope)", LeakyRelu::slope)
            .kink(Kink.at(X))
            .pytorch("torch.nn.functional.leaky_relu({x}, {slope})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(SLOPE, 0.1), Shape.of(2, 3))
            .help(Help.of("Keeps positive numbers and shrinks negative ones by a small factor.")
                    .history("Maas, Hannun and Ng introduced it in 2013 for speech recognition.")
                    .use("Where units with ReLU die: here a little gradient always comes back.")
                    .limits("The factor is one more number to choose, and the gain over ReLU is often small.")
                    .example("slope = 0.01, x = −3, ȳ = 1: y = −0.03, x̄ = 0.01.")
                    .source(
                            "Maas, Hannun and Ng, “Rectifier Nonlinearities Improve Neural Network Acoustic Models”, 2013.")
                    .synonyms("lrelu", "rectifier", "leak", "dead unit", "activation"))
            .build();

    private LeakyRelu() {}

    private static Kernel leak(Binding k) {
        double slope = k.get(SLOPE);
        return k.map(Unary.of(x -> x > 0 ? x : slope * x, x -> x.above(0).choose(x, x.times(slope))), k.in(X), k.out());
    }

    private static Kernel slope(Binding k) {
        double slope = k.get(SLOPE);
        return k.zip(
                Binary.of(
                        (x, grad) -> grad * (x > 0 ? 1 : slope),
                        (x, grad) -> grad.times(x.above(0).choose(1, slope))),
                k.in(X),
                k.grad(),
                k.result());
    }
}

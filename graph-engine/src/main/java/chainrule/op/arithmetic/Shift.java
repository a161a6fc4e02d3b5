package chainrule.op.arithmetic;

import chainrule.kernel.Functions;
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

/** Sum with a fixed number. */
public final class Shift {
    private static final InPort X = InPort.of("x");
    private static final Param<Double> OFFSET = Param.number("offset", 0).explained("What is added to every element.");
    private static final Unary SAME = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("shift")
            .label("Plus constant")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .params(OFFSET)
            .shape(in -> in.of(X))
            .forward("y = x + offset", Shift::plus)
            .latex("y = x + c")
            .vjp(X, "x̄ = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .pytorch("{x} + {offset}")
            .example(Settings.of(OFFSET, 1.25), Shape.of(2, 3))
            .example(Settings.of(OFFSET, 1.25), Shape.scalar())
            .example(Shape.of(4))
            .help(Help.of("Adds a number that is not learned to every element.")
                    .history(
                            "The neuron of McCulloch and Pitts had a fixed threshold in 1943: the same as adding its negative.")
                    .use("For margins, for 1 + x and 1 − x, or to keep a denominator away from 0.")
                    .limits("It moves values but leaves every gradient as it was; softmax does not notice it at all.")
                    .example("offset = 5, x = 2, ȳ = 3: y = 7, x̄ = 3.")
                    .source(
                            "McCulloch and Pitts, “A Logical Calculus of the Ideas Immanent in Nervous Activity”, 1943.")
                    .synonyms("plus", "add", "constant", "offset", "bias", "threshold"))
            .build();

    private Shift() {}

    private static Kernel plus(Binding k) {
        double offset = k.get(OFFSET);
        return k.map(Unary.of(p -> p + offset, p -> p.plus(offset)), k.in(X), k.out());
    }
}

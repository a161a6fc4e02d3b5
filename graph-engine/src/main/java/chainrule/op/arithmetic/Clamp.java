package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Kernel;
import chainrule.kernel.Unary;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;

/** Value held within fixed limits. */
public final class Clamp {
    private static final Phrases WORDS = Phrases.of(Clamp.class);
    private static final InPort X = InPort.of("x");
    private static final Param<Double> MIN = Param.number("min", -1).explained("What smaller elements become.");
    private static final Param<Double> MAX = Param.number("max", 1).explained("What larger elements become.");

    public static final NodeType TYPE = NodeType.named("clamp")
            .label("Clamp")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .params(MIN, MAX)
            .shape(Clamp::shape)
            .forward("y = x, but at least min and at most max", Clamp::held)
            .latex("y = \\min(\\max(x, lo), hi)")
            .vjp(X, "x̄ = ȳ · [min ≤ x ≤ max]", Clamp::passed)
            .kink(Kink.at(X, MIN))
            .kink(Kink.at(X, MAX))
            .pytorch("{x}.clamp({min}, {max})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(MIN, -0.5).with(MAX, 0.6), Shape.of(2, 3))
            .help(Help.of("Holds every element within two limits.")
                    .history("The hard tanh of Collobert, 2004, is a clamp from −1 to 1.")
                    .use("To keep values in a range that what follows can stand.")
                    .limits(
                            "Outside the limits no gradient passes, so what is far out stays there; at a limit itself it still passes.")
                    .example("min = −1, max = 1, x = 3, ȳ = 2: y = 1, x̄ = 0.")
                    .source("Collobert, “Large Scale Machine Learning”, 2004.")
                    .synonyms("clip", "limit", "saturate", "hardtanh", "range"))
            .build();

    private Clamp() {}

    private static Shape shape(Shapes in) {
        double min = in.get(MIN);
        double max = in.get(MAX);
        if (min > max) {
            throw in.refusal(WORDS.text("clamp.minMaxMinAtMost", Digits.brief(min), Digits.brief(max)));
        }
        return in.of(X);
    }

    private static Kernel held(Binding k) {
        double min = k.get(MIN);
        double max = k.get(MAX);
        return k.map(
                Unary.of(x -> Math.min(Math.max(x, min), max), x -> x.max(min).min(max)), k.in(X), k.out());
    }

    private static Kernel passed(Binding k) {
        double min = k.get(MIN);
        double max = k.get(MAX);
        return k.zip(
                Binary.of(
                        (x, grad) -> grad * (min <= x && x <= max ? 1 : 0),
                        (x, grad) -> grad.times(x.max(min).min(max).equal(x).counted())),
                k.in(X),
                k.grad(),
                k.result());
    }
}

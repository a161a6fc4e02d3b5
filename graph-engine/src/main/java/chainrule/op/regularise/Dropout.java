package chainrule.op.regularise;

import chainrule.kernel.Binary;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.State;
import chainrule.tensor.Draws;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;

/** Elements dropped by chance, and the others made larger in turn; which ones, a mask says that stays for a step. */
public final class Dropout {
    private static final Phrases WORDS = Phrases.of(Dropout.class);
    private static final InPort X = InPort.of("x");
    private static final String KEPT = "mask";
    private static final String FACTOR = " · mask / (1 − p)";
    private static final Param<Double> P =
            Param.number("p", 0.5, 0, 1).explained("How likely an element is dropped in training.");
    private static final Param<Long> SEED = Param.integer("seed", 0, Long.MIN_VALUE >> 10, Long.MAX_VALUE >> 10)
            .explained("Same seed, same masks; each training step draws the next.");
    private static final Param<Literal> MASK = Param.choiceOrTensor(KEPT, "drawn", List.of("drawn"))
            .explained("Drawn by chance, or as numbers of the shape of x, 1 to keep and 0 to drop.");

    public static final NodeType TYPE = NodeType.named("dropout")
            .label("Dropout")
            .category(Category.REGULARISE)
            .inputs(X)
            .params(P, Mode.SETTING, SEED, MASK)
            .shape(Dropout::shape)
            .saved(KEPT, in -> in.of(X))
            .state(Dropout::mask, KEPT)
            .forward("y = x" + FACTOR, k -> k.zip(scaled(k), k.in(X), k.saved(KEPT), k.out()))
            .wording((text, settings, first) -> Mode.training(settings) ? text : text.replace(FACTOR, ""))
            .latex("y = x \\odot \\frac{m}{1 - p}")
            .vjp(X, "x̄ = ȳ" + FACTOR, k -> k.zip(scaled(k), k.grad(), k.saved(KEPT), k.result()))
            .pytorch("F.dropout({x}, {p}, training=\"{mode}\" == \"train\")")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(P, 0.2).with(SEED, 4L), Shape.of(5))
            .example(Settings.of(Mode.SETTING, "eval"), Shape.of(2, 2))
            .example(Settings.of(MASK, new Literal.Numbers(Tensor.vector(1, 0, 1))), Shape.of(3))
            .help(Help.of(
                            "Drops each element with probability p and divides the others by 1 − p, so that the mean stays.")
                    .history("Hinton and his students 2012: no unit may rely on one other, as any may be missing.")
                    .use("After wide layers of a network that overfits; set the mode to eval once it is trained.")
                    .limits(
                            "Left in train, a trained network gives other answers each time; p near 1 drops nearly all.")
                    .example("x = [1, 2], p = 0.5, mask [1, 0], ȳ = [1, 1]: y = [2, 0], the gradient of x is [2, 0].")
                    .source("Srivastava et al., “Dropout”, Journal of Machine Learning Research 15, 2014.")
                    .synonyms("drop", "mask", "noise", "regularisation", "regularization", "ensemble"))
            .build();

    private Dropout() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        if (Mode.training(in.settings())
                && in.get(MASK) instanceof Literal.Numbers mask
                && !mask.value().shape().equals(x)) {
            throw in.refusal(
                    WORDS.text("dropout.maskTheyHaveSameShape", mask.value().shape(), x));
        }
        return x;
    }

    /** In use nothing is dropped; in training a mask is given, or drawn for each step by one generator. */
    private static State mask(Binding k) {
        if (!Mode.training(k.settings())) {
            return State.fixed(k.fill(1, k.saved(KEPT)));
        }
        if (k.get(MASK) instanceof Literal.Numbers given) {
            return State.fixed(k.load(given.value(), k.saved(KEPT)));
        }
        double p = k.get(P);
        Draws draws = new Draws(k.get(SEED));
        return State.drawn(k.draw(() -> draws.nextDouble() >= p ? 1 : 0, k.saved(KEPT)), draws);
    }

    /** Where all is dropped, nothing is left to be made larger. */
    private static Binary scaled(Binding k) {
        double kept = Mode.training(k.settings()) ? 1 - k.get(P) : 1;
        return Binary.of(
                (v, m) -> kept == 0 ? 0 : v * m / kept,
                (v, m) -> kept == 0 ? v.number(0) : v.times(m).over(kept));
    }
}

package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Distance;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Mean squared error. */
public final class Mse {
    private static final InPort PREDICTION = InPort.of("prediction");
    private static final InPort TARGET = InPort.of("target");
    private static final Param<Boolean> HALF =
            Param.flag("half", false).explained("Halves the loss, so that the 2 of the slope goes away.");

    public static final NodeType TYPE = NodeType.named("mse")
            .label("Mean squared error")
            .category(Category.LOSS)
            .inputs(PREDICTION, TARGET)
            .params(Reduction.SETTING, HALF)
            .shape(in -> Reduction.shape(in, PREDICTION, TARGET))
            .forward("y = 1/n · Σ (prediction − target)²", Reduction.of(PREDICTION, TARGET, Mse::loss))
            .wording(Mse::worded)
            .latex("y = \\frac{1}{n} \\sum_i (\\hat y_i - y_i)^2")
            .vjp(
                    PREDICTION,
                    "p̄rediction = ȳ · 2/n · (prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, 1)))
            .jvp(
                    PREDICTION,
                    "ẏ = Σ ṗrediction · 2/n · (prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, 1)))
            .vjp(
                    TARGET,
                    "t̄arget = −ȳ · 2/n · (prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, -1)))
            .jvp(
                    TARGET,
                    "ẏ = −Σ ṫarget · 2/n · (prediction − target)",
                    Reduction.slope(PREDICTION, TARGET, s -> slope(s, -1)))
            .pytorch("F.mse_loss({prediction}, {target}, reduction={reduction})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .example(Shape.scalar(), Shape.scalar())
            .example(Settings.of(HALF, true), Shape.of(5, 1), Shape.of(5, 1))
            .example(Settings.of(Reduction.SETTING, "sum"), Shape.of(5), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "none").with(HALF, true), Shape.of(2, 2), Shape.of(2, 2))
            .help(Help.of("How far predictions are from their targets: the squares of the differences, averaged.")
                    .history("Legendre published least squares in 1805, for the orbits of comets.")
                    .use(
                            "For regression: prices, temperatures, pixels; wherever a miss twice as far is four times as bad.")
                    .limits("One outlier outweighs everything else; behind a saturated sigmoid it hardly learns.")
                    .example("prediction = [1, 3], target = [2, 1], ȳ = 1: y = (1 + 4) / 2 = 2.5, the gradient of the"
                            + " prediction is [−1, 2].")
                    .source("Legendre, “Nouvelles méthodes pour la détermination des orbites des comètes”, 1805.")
                    .synonyms("squared error", "least squares", "l2 loss", "quadratic", "regression"))
            .build();

    private Mse() {}

    private static String worded(String formula, Settings settings, Shape first) {
        String halved =
                settings.get(HALF) ? formula.replace("y = 1/n", "y = 1/2 · 1/n").replace("2/n", "1/n") : formula;
        return Reduction.worded(halved, settings, first);
    }

    private static Binary loss(Settings settings) {
        return new Distance(settings.get(HALF) ? 0.5 : 1, true);
    }

    private static Binary slope(Settings settings, int sign) {
        return new Distance(settings.get(HALF) ? sign : 2 * sign, false);
    }
}

package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;

/** Binary cross-entropy of probabilities. */
public final class Bce {
    private static final InPort PROB = InPort.of("prob");
    private static final InPort TARGET = InPort.of("target");

    /** Logarithms are held above this, so that one sure mistake does not cost infinitely much. */
    private static final double LEAST_LOG = -100;

    private static final double LEAST_DENOMINATOR = 1e-12;
    private static final Binary LOSS = Binary.of(
            (p, t) -> -(t * log(p) + (1 - t) * logOfRest(p)),
            (p, t) -> t.times(log(p)).plus(t.rest().times(logOfRest(p))).negated());
    private static final Binary PROB_SLOPE =
            Binary.of((p, t) -> (p - t) / Math.max(p * (1 - p), LEAST_DENOMINATOR), (p, t) -> p.minus(t)
                    .over(p.times(p.rest()).max(LEAST_DENOMINATOR)));
    private static final Binary TARGET_SLOPE =
            Binary.of((p, t) -> logOfRest(p) - log(p), (p, t) -> logOfRest(p).minus(log(p)));

    public static final NodeType TYPE = NodeType.named("bce")
            .label("Binary cross-entropy")
            .category(Category.LOSS)
            .inputs(PROB, TARGET)
            .params(Reduction.SETTING)
            .shape(in -> Reduction.shape(in, PROB, TARGET))
            .forward(
                    "y = −1/n · Σ (target · ln(prob) + (1 − target) · ln(1 − prob))",
                    Reduction.of(PROB, TARGET, s -> LOSS))
            .wording(Reduction::worded)
            .latex("y = -\\frac{1}{n} \\sum_i \\left( t_i \\ln p_i + (1 - t_i) \\ln (1 - p_i) \\right)")
            .vjp(
                    PROB,
                    "p̄rob = ȳ · 1/n · (prob − target) / (prob · (1 − prob))",
                    Reduction.slope(PROB, TARGET, s -> PROB_SLOPE))
            .jvp(
                    PROB,
                    "ẏ = Σ ṗrob · 1/n · (prob − target) / (prob · (1 − prob))",
                    Reduction.slope(PROB, TARGET, s -> PROB_SLOPE))
            .vjp(
                    TARGET,
                    "t̄arget = ȳ · 1/n · (ln(1 − prob) − ln(prob))",
                    Reduction.slope(PROB, TARGET, s -> TARGET_SLOPE))
            .jvp(
                    TARGET,
                    "ẏ = Σ ṫarget · 1/n · (ln(1 − prob) − ln(prob))",
                    Reduction.slope(PROB, TARGET, s -> TARGET_SLOPE))
            .pytorch("F.binary_cross_entropy({prob}, {target}, reduction={reduction})")
            .example(Settings.none(), 0.1, 0.9, Shape.of(4), Shape.of(4))
            .example(Settings.none(), 0.1, 0.9, Shape.of(1, 1), Shape.of(1, 1))
            .example(Settings.of(Reduction.SETTING, "sum"), 0.1, 0.9, Shape.of(5, 1), Shape.of(5, 1))
            .example(Settings.of(Reduction.SETTING, "none"), 0.1, 0.9, Shape.of(2, 3), Shape.of(2, 3))
            .help(Help.of("How surprised a yes-or-no forecast is by what happened: minus the log of what it gave it.")
                    .history("Shannon's information of 1948; as a loss it is the likelihood of logistic regression.")
                    .use("Behind a sigmoid, for yes or no, or for several labels that do not exclude each other.")
                    .limits(
                            "At 0 and 1 its logarithms are held at −100; bce_logits does sigmoid and loss in one, safely.")
                    .example("prob = 0.8, target = 1, ȳ = 1: y = −ln 0.8 = 0.2231, the gradient of prob is −1 / 0.8 ="
                            + " −1.25.")
                    .source("Bishop, “Pattern Recognition and Machine Learning”, section 4.3.2, 2006.")
                    .synonyms("log loss", "logistic loss", "binary", "yes or no", "likelihood"))
            .build();

    private Bce() {}

    private static Term log(Term p) {
        return p.log().max(LEAST_LOG);
    }

    private static Term logOfRest(Term p) {
        return p.negated().log1p().max(LEAST_LOG);
    }

    private static double log(double p) {
        return Math.max(Math.log(p), LEAST_LOG);
    }

    private static double logOfRest(double p) {
        return Math.max(Math.log1p(-p), LEAST_LOG);
    }
}

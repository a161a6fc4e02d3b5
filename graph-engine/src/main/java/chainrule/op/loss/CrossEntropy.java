package chainrule.op.loss;

import chainrule.kernel.Buffer;
import chainrule.kernel.ClassLoss;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Cross-entropy of logits and class indices: softmax and loss in one, without overflow. */
public final class CrossEntropy {
    private static final InPort LOGITS = InPort.of("logits");
    private static final InPort CLASS = Classes.CLASS;
    private static final Param<Double> SMOOTHING = Param.number("label_smoothing", 0, 0, 1)
            .explained("How much of the target is spread evenly over all classes.");
    private static final Param<Long> IGNORED = Param.integer("ignore_index", -100, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .explained("Rows of this class do not count.");
    private static final String SOFTMAX = "softmax";

    public static final NodeType TYPE = NodeType.named("cross_entropy")
            .label("Cross-entropy")
            .category(Category.LOSS)
            .inputs(LOGITS, CLASS)
            .params(Reduction.SETTING, SMOOTHING, IGNORED)
            .shape(in -> Classes.shape(in, LOGITS))
            .saved(SOFTMAX, in -> in.of(LOGITS))
            .forward("y = −1/N · Σ q · log_softmax(logits)", CrossEntropy::forward)
            .wording(CrossEntropy::worded)
            .latex("y = -\\frac{1}{N} \\sum_{n} \\sum_j q_{nj} \\ln \\operatorname{softmax}(z_n)_j")
            .vjp(LOGITS, "l̄ogits = ȳ · (softmax(logits) − q) / N", CrossEntropy::pull)
            .jvp(LOGITS, "ẏ = Σ l̇ogits · (softmax(logits) − q) / N", CrossEntropy::push)
            .pytorch("F.cross_entropy({logits}, {class}, reduction={reduction}, label_smoothing={label_smoothing},"
                    + " ignore_index={ignore_index})")
            .example(Shape.of(2, 3), Shape.of(2))
            .example(Shape.of(1, 4), Shape.of(1))
            .example(Shape.of(3), Shape.scalar())
            .example(Settings.of(SMOOTHING, 0.1), Shape.of(5, 3), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "sum").with(IGNORED, 1L), Shape.of(5, 3), Shape.of(5))
            .example(Settings.of(IGNORED, 0L), Shape.of(5, 3), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 3, 4), Shape.of(2, 3))
            .help(Help.of(
                            "How surprised a forecast over classes is by the right class; takes the scores before softmax.")
                    .history(
                            "Shannon's information of 1948; with softmax it became the loss of classifiers (Bridle 1990).")
                    .use("For one class out of several: digits, words, species. The class comes as its index from 0.")
                    .limits("It wants scores, not probabilities: with a softmax before it, learning is slow and wrong.")
                    .example(
                            "logits = [2, 1, 0], class = 0, ȳ = 1: softmax = [0.6652, 0.2447, 0.0900], y = −ln 0.6652 ="
                                    + " 0.4076, the gradient is [−0.3348, 0.2447, 0.0900].")
                    .source(
                            "Bridle, “Probabilistic Interpretation of Feedforward Classification Network Outputs”, 1990.")
                    .synonyms("softmax loss", "log loss", "negative log likelihood", "classification", "classes"))
            .build();

    private CrossEntropy() {}

    /** The target q is named by what it is made of; where rows may be ignored, only the others are counted. */
    private static String worded(String formula, Settings settings, Shape logits) {
        String target = settings.get(SMOOTHING) == 0 ? "one_hot(class)" : "smoothed(class)";
        long classes = logits.isScalar() ? 1 : logits.dim(-1);
        long ignored = settings.get(IGNORED);
        String text = formula.replaceAll("\\bq\\b", target);
        return ignored >= 0 && ignored < classes
                ? Classes.worded(text, settings, logits.size() / classes, "counted rows")
                : Classes.worded(text, settings, logits);
    }

    private static Kernel forward(Binding k) {
        return Kernel.sequence(Classes.check(k, LOGITS, ignored(k)), losses(k));
    }

    /** Softmax and loss in one kernel where there is one. */
    private static Kernel losses(Binding k) {
        Buffer logits = k.in(LOGITS);
        if (ClassLoss.fits(logits, k.in(CLASS))) {
            return classLoss(k).of(logits, k.in(CLASS), k.saved(SOFTMAX), k.out());
        }
        Lane loss = loss(k.get(SMOOTHING), ignored(k));
        Lane softmax = Lane.of(CrossEntropy::softmax, CrossEntropy::softmax);
        return Kernel.sequence(
                Classes.rows(k, LOGITS, softmax, List.of(logits), k.saved(SOFTMAX)),
                Classes.reduced(k, LOGITS, ignored(k), loss, List.of(logits, k.in(CLASS))));
    }

    private static ClassLoss classLoss(Binding k) {
        ClassLoss.Reduction reduction = Reduction.none(k.settings())
                ? ClassLoss.Reduction.APART
                : Reduction.mean(k.settings()) ? ClassLoss.Reduction.MEAN : ClassLoss.Reduction.SUM;
        return new ClassLoss(k.shape(LOGITS).dim(-1), k.get(SMOOTHING), ignored(k), reduction);
    }

    private static Kernel pull(Binding k) {
        if (ClassLoss.fits(k.in(LOGITS), k.in(CLASS))) {
            return classLoss(k).back(k.saved(SOFTMAX), k.in(CLASS), k.grad(), k.result());
        }
        double smoothing = k.get(SMOOTHING);
        int ignored = ignored(k);
        Lane lane = Lane.of(
                (in, out) -> {
                    for (int j = 0; j < out.length; j++) {
                        out[j] = in[1][0] == ignored
                                ? 0
                                : in[2][0] * (in[0][j] - target(smoothing, in[1][0], j, out.length));
                    }
                },
                in -> in.get(1).equal(ignored).choose(0, in.get(2).times(away(in, smoothing))));
        return Classes.pulled(k, LOGITS, ignored, lane, List.of(k.saved(SOFTMAX), k.in(CLASS)));
    }

    private static Kernel push(Binding k) {
        double smoothing = k.get(SMOOTHING);
        int ignored = ignored(k);
        Lane lane = Lane.of(
                (in, out) -> {
                    double sum = 0;
                    for (int j = 0; j < in[0].length && in[1][0] != ignored; j++) {
                        sum += in[2][j] * (in[0][j] - target(smoothing, in[1][0], j, in[0].length));
                    }
                    out[0] = sum;
                },
                in -> in.get(1)
                        .equal(ignored)
                        .choose(0, in.get(2).times(away(in, smoothing)).sum()));
        return Classes.pushed(k, LOGITS, ignored, lane, List.of(k.saved(SOFTMAX), k.in(CLASS), k.grad()));
    }

    private static int ignored(Binding k) {
        return Math.toIntExact(k.get(IGNORED));
    }

    /** q: 1 at the class and 0 elsewhere, smoothed. */
    private static double target(double smoothing, double index, int j, int classes) {
        return smoothing / classes + (index == j ? 1 - smoothing : 0);
    }

    private static void softmax(double[][] in, double[] out) {
        double most = most(in[0]);
        double sum = 0;
        for (int j = 0; j < out.length; j++) {
            out[j] = Math.exp(in[0][j] - most);
            sum += out[j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] /= sum;
        }
    }

    private static Term softmax(List<Term> in) {
        Term powers = in.get(0).minus(in.get(0).most()).exp();
        return powers.over(powers.sum());
    }

    /** softmax − q. */
    private static Term away(List<Term> in, double smoothing) {
        return in.get(0).minus(target(in.get(0), in.get(1), smoothing));
    }

    private static Term target(Term scores, Term index, double smoothing) {
        return scores.places().equal(index).choose(1 - smoothing, 0).plus(smoothing / scores.length());
    }

    private static Term loss(Term logits, Term index, double smoothing) {
        Term most = logits.most();
        Term log = most.plus(logits.minus(most).exp().sum().log());
        return log.minus(logits).times(target(logits, index, smoothing)).sum();
    }

    private static Lane loss(double smoothing, int ignored) {
        return Lane.of(
                (in, out) -> out[0] = in[1][0] == ignored ? 0 : loss(in[0], (int) in[1][0], smoothing),
                in -> in.get(1).equal(ignored).choose(0, loss(in.get(0), in.get(1), smoothing)));
    }

    private static double loss(double[] logits, int index, double smoothing) {
        double most = most(logits);
        double sum = 0;
        for (double z : logits) {
            sum += Math.exp(z - most);
        }
        double log = most + Math.log(sum);
        double loss = (1 - smoothing) * (log - logits[index]);
        for (int j = 0; j < logits.length && smoothing > 0; j++) {
            loss += smoothing / logits.length * (log - logits[j]);
        }
        return loss;
    }

    private static double most(double[] lane) {
        double most = Double.NEGATIVE_INFINITY;
        for (double v : lane) {
            most = Math.max(most, v);
        }
        return most;
    }
}

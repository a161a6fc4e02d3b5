package chainrule.op.loss;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** Cross-entropy of logits and target probabilities. */
public final class CrossEntropySoft {
    private static final InPort LOGITS = InPort.of("logits");
    private static final InPort PROBS = InPort.of("probs");
    private static final String LOG_SOFTMAX = "log_softmax";
    private static final Lane LOGS = Lane.of(CrossEntropySoft::logSoftmax, CrossEntropySoft::logSoftmax);
    private static final Lane LOSS = Lane.of(
            (in, out) -> out[0] = -dot(in[0], in[1]),
            in -> in.get(0).times(in.get(1)).sum().negated());
    private static final Lane PULL_LOGITS = Lane.of(
            (in, out) -> {
                double total = sum(in[1]);
                for (int j = 0; j < out.length; j++) {
                    out[j] = in[2][0] * (total * Math.exp(in[0][j]) - in[1][j]);
                }
            },
            in -> in.get(2).times(away(in)));
    private static final Lane PUSH_LOGITS = Lane.of(
            (in, out) -> {
                double total = sum(in[1]);
                double result = 0;
                for (int j = 0; j < in[0].length; j++) {
                    result += in[2][j] * (total * Math.exp(in[0][j]) - in[1][j]);
                }
                out[0] = result;
            },
            in -> in.get(2).times(away(in)).sum());
    private static final Lane PULL_PROBS = Lane.of(
            (in, out) -> {
                for (int j = 0; j < out.length; j++) {
                    out[j] = -in[1][0] * in[0][j];
                }
            },
            in -> in.get(1).times(in.get(0)).negated());

    public static final NodeType TYPE = NodeType.named("cross_entropy_soft")
            .label("Cross-entropy (soft target)")
            .category(Category.LOSS)
            .inputs(LOGITS, PROBS)
            .params(Reduction.SETTING)
            .shape(CrossEntropySoft::shape)
            .saved(LOG_SOFTMAX, in -> in.of(LOGITS))
            .forward("y = −1/N · Σ probs · log_softmax(logits)", CrossEntropySoft::forward)
            .wording(Classes::worded)
            .latex("y = -\\frac{1}{N} \\sum_n \\sum_j p_{nj} \\ln \\operatorname{softmax}(z_n)_j")
            .vjp(
                    LOGITS,
                    "l̄ogits = ȳ · (Σ probs · softmax(logits) − probs) / N",
                    k -> Classes.pulled(k, LOGITS, Classes.NONE, PULL_LOGITS, List.of(logs(k), k.in(PROBS))))
            .jvp(
                    LOGITS,
                    "ẏ = Σ l̇ogits · (Σ probs · softmax(logits) − probs) / N",
                    k -> Classes.pushed(k, LOGITS, Classes.NONE, PUSH_LOGITS, List.of(logs(k), k.in(PROBS), k.grad())))
            .vjp(
                    PROBS,
                    "p̄robs = −ȳ · log_softmax(logits) / N",
                    k -> Classes.pulled(k, LOGITS, Classes.NONE, PULL_PROBS, List.of(logs(k))))
            .jvp(
                    PROBS,
                    "ẏ = −Σ ṗrobs · log_softmax(logits) / N",
                    k -> Classes.pushed(k, LOGITS, Classes.NONE, LOSS, List.of(logs(k), k.grad())))
            .pytorch("F.cross_entropy({logits}, {probs}, reduction={reduction})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(1, 4), Shape.of(1, 4))
            .example(Shape.of(3), Shape.of(3))
            .example(Settings.of(Reduction.SETTING, "sum"), Shape.of(5, 3), Shape.of(5, 3))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 2, 3), Shape.of(2, 2, 3))
            .help(Help.of(
                            "Cross-entropy against a whole distribution instead of one class; takes scores before softmax.")
                    .history("Hinton, Vinyals and Dean taught small networks the soft answers of large ones in 2015.")
                    .use("For distillation, for labels that are uncertain, and to see that it is KL plus an entropy.")
                    .limits("At its minimum it is not 0 but the entropy of the target.")
                    .example(
                            "logits = [0, 0], probs = [0.25, 0.75], ȳ = 1: y = ln 2 = 0.6931, the gradient of the logits"
                                    + " is [0.25, −0.25].")
                    .source("Hinton, Vinyals and Dean, “Distilling the Knowledge in a Neural Network”, 2015.")
                    .synonyms("soft labels", "distillation", "softmax loss", "classification"))
            .build();

    private CrossEntropySoft() {}

    private static Shape shape(Shapes in) {
        Classes.requireRows(in, LOGITS);
        Shape pairs = Reduction.shape(in, LOGITS, PROBS);
        return Reduction.none(in.settings()) ? pairs.without(-1) : pairs;
    }

    private static Kernel forward(Binding k) {
        return Kernel.sequence(
                Classes.rows(k, LOGITS, LOGS, List.of(k.in(LOGITS)), logs(k)),
                Classes.reduced(k, LOGITS, Classes.NONE, LOSS, List.of(logs(k), k.in(PROBS))));
    }

    private static Buffer logs(Binding k) {
        return k.saved(LOG_SOFTMAX);
    }

    private static void logSoftmax(double[][] in, double[] out) {
        double most = Double.NEGATIVE_INFINITY;
        for (double z : in[0]) {
            most = Math.max(most, z);
        }
        double sum = 0;
        for (double z : in[0]) {
            sum += Math.exp(z - most);
        }
        double log = most + Math.log(sum);
        for (int j = 0; j < out.length; j++) {
            out[j] = in[0][j] - log;
        }
    }

    private static Term logSoftmax(List<Term> in) {
        Term below = in.get(0).minus(in.get(0).most());
        return below.minus(below.exp().sum().log());
    }

    /** Σ p · softmax − p, from the logarithms of the softmax and p. */
    private static Term away(List<Term> in) {
        return in.get(1).sum().times(in.get(0).exp()).minus(in.get(1));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sum(double[] lane) {
        double sum = 0;
        for (double v : lane) {
            sum += v;
        }
        return sum;
    }
}

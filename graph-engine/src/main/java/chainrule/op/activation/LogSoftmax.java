package chainrule.op.activation;

import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Logarithms of shares. */
public final class LogSoftmax {
    private static final InPort X = InPort.of("x");
    private static final Param<Long> AXIS = Lanewise.AXIS;

    public static final NodeType TYPE = NodeType.named("log_softmax")
            .label("Log-softmax")
            .category(Category.ACTIVATION)
            .inputs(X)
            .params(AXIS)
            .shape(in -> Lanewise.shape(in, X))
            .forward(
                    "y = x − ln(Σ exp(x))",
                    k -> Lanewise.bind(
                            k,
                            X,
                            Lane.of((in, y) -> logShares(in[0], y), in -> logShares(in.get(0))),
                            List.of(k.in(X)),
                            k.out()))
            .latex("y_i = x_i - \\ln \\sum_j e^{x_j}")
            .vjp(
                    X,
                    "x̄ = ȳ − exp(y) · Σ ȳ",
                    k -> Lanewise.bind(
                            k,
                            X,
                            Lane.of((in, r) -> pull(in[0], in[1], r), in -> in.get(1)
                                    .minus(in.get(0).exp().times(in.get(1).sum()))),
                            List.of(k.out(), k.grad()),
                            k.result()))
            .jvp(
                    X,
                    "ẏ = ẋ − Σ exp(y) · ẋ",
                    k -> Lanewise.bind(
                            k,
                            X,
                            Lane.of((in, r) -> push(in[0], in[1], r), in -> in.get(1)
                                    .minus(in.get(0).exp().times(in.get(1)).sum())),
                            List.of(k.out(), k.grad()),
                            k.result()))
            .pytorch("torch.log_softmax({x}, dim={axis})")
            .example(Shape.of(2, 3))
            .example(Settings.of(AXIS, 0L), Shape.of(2, 3))
            .example(Settings.of(AXIS, 1L), Shape.of(2, 3, 2))
            .example(Shape.of(1))
            .help(Help.of("Gives the logarithms of the softmax along an axis, computed without forming the shares.")
                    .history(
                            "It came with numerical libraries: the logarithm of a softmax loses all digits once a share rounds to 0.")
                    .use("Before a likelihood or a divergence; the cross-entropy loss has it built in.")
                    .limits("Its outputs are at most 0 and are not probabilities before they are exponentiated.")
                    .example("x = [1, 2, 3]: y = [−2.4076, −1.4076, −0.4076].")
                    .source(
                            "Blanchard, Higham and Higham, “Accurately Computing the Log-Sum-Exp and Softmax Functions”, 2021.")
                    .synonyms("log probabilities", "logsumexp", "log-likelihood", "classes"))
            .build();

    private LogSoftmax() {}

    private static void logShares(double[] x, double[] y) {
        double max = Lanewise.max(x);
        double sum = 0;
        for (double e : x) {
            sum += Math.exp(e - max);
        }
        double log = Math.log(sum);
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] - max - log;
        }
    }

    private static Term logShares(Term x) {
        Term below = x.minus(x.most());
        return below.minus(below.exp().sum().log());
    }

    private static void pull(double[] y, double[] grad, double[] result) {
        double sum = 0;
        for (double g : grad) {
            sum += g;
        }
        for (int i = 0; i < y.length; i++) {
            result[i] = grad[i] - Math.exp(y[i]) * sum;
        }
    }

    private static void push(double[] y, double[] tangent, double[] result) {
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += Math.exp(y[i]) * tangent[i];
        }
        for (int i = 0; i < y.length; i++) {
            result[i] = tangent[i] - mean;
        }
    }
}

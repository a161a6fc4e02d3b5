package chainrule.op.regularise;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Normalising;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.State;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted channel by channel. */
public final class BatchNorm {
    static final InPort X = Normal.X;
    static final InPort GAMMA = Normal.GAMMA;
    static final InPort BETA = InPort.of("beta");
    static final Param<Tensor> RUNNING_MEAN = Param.tensor("running_mean", Tensor.scalar(0))
            .explained("The mean of each channel that mode eval uses, and where training begins to gather it.");
    static final Param<Tensor> RUNNING_VAR = Param.tensor("running_var", Tensor.scalar(1))
            .explained("The variance of each channel that mode eval uses, and where training begins to gather it.");
    private static final Param<Double> MOMENTUM =
            Param.number("momentum", 0.1, 0, 1).explained("How much of a batch enters the running mean and variance.");

    private static final String MEAN = "mean";
    private static final String VAR = "var";
    private static final String FACTOR = "factor";
    private static final String SUM = "sum";
    private static final String ALONG = "along";

    private static final String PULL =
            "x̄ = gamma · (ȳ − mean(ȳ) − n · mean(ȳ · n)) / √(σ² + eps), n = (x − μ) / √(σ² + eps)";
    private static final String PUSH =
            "ẏ = gamma · (ẋ − mean(ẋ) − n · mean(ẋ · n)) / √(σ² + eps), n = (x − μ) / √(σ² + eps)";

    public static final NodeType TYPE = NodeType.named("batch_norm")
            .label("Batch norm")
            .category(Category.REGULARISE)
            .inputs(X, GAMMA, BETA)
            .params(Normal.EPS, MOMENTUM, Mode.SETTING, RUNNING_MEAN, RUNNING_VAR)
            .shape(Channels::shape)
            .saved(MEAN, in -> Channels.each(in.of(X)))
            .saved(VAR, in -> Channels.each(in.of(X)))
            .saved(FACTOR, in -> Channels.each(in.of(X)))
            .saved(SUM, in -> Channels.each(in.of(X)))
            .saved(ALONG, in -> Channels.each(in.of(X)))
            .prepared(BatchNorm::prepare, SUM, ALONG)
            .saved(RUNNING_MEAN.name(), in -> Channels.each(in.of(X)))
            .saved(RUNNING_VAR.name(), in -> Channels.each(in.of(X)))
            .state(BatchNorm::running)
            .gathers(RUNNING_MEAN, RUNNING_VAR)
            .forward("y = gamma · (x − μ) / √(σ² + eps) + beta", BatchNorm::forward)
            .wording(BatchNorm::worded)
            .latex("y = \\gamma\\,\\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}} + \\beta")
            .vjp(X, PULL, k -> change(k, k.saved(SUM), k.saved(ALONG)))
            .jvp(X, PUSH, BatchNorm::push)
            .vjp(GAMMA, "ḡamma = Σ ȳ · (x − μ) / √(σ² + eps)", k -> k.copy(k.saved(ALONG), k.result()))
            .jvp(GAMMA, "ẏ = ġamma · (x − μ) / √(σ² + eps)", k -> k.normalise(normal(k, k.grad()), null, k.result()))
            .vjp(BETA, "b̄eta = Σ ȳ over the batch", k -> k.copy(k.saved(SUM), k.result()))
            .jvp(BETA, "ẏ = ḃeta", BatchNorm::repeat)
            .pytorch("F.batch_norm({x}, {running_mean}, {running_var}, {gamma}, {beta},"
                    + " training=\"{mode}\" == \"train\", momentum={momentum}, eps={eps})")
            .example(Shape.of(4, 2), Shape.of(2), Shape.of(2))
            .example(Shape.of(5), Shape.of(1), Shape.of(1))
            .example(Shape.of(1, 3, 4), Shape.of(3), Shape.of(3))
            .example(Settings.of(Normal.EPS, 0.1), Shape.of(3, 2, 2, 2), Shape.of(2), Shape.of(2))
            .example(
                    Settings.of(Mode.SETTING, "eval")
                            .with(RUNNING_MEAN, Tensor.vector(0.5, -1))
                            .with(RUNNING_VAR, Tensor.vector(2, 0.25)),
                    Shape.of(3, 2),
                    Shape.of(2),
                    Shape.of(2))
            .example(Settings.of(Mode.SETTING, "eval"), Shape.of(1, 3), Shape.of(3), Shape.of(3))
            .help(Help.of("Brings each channel to mean 0 and variance 1 over the batch, then gives it a learned scale"
                            + " and shift.")
                    .history("Ioffe and Szegedy 2015; with it deep image networks trained many times faster.")
                    .use("Between a convolution or a dense layer and its activation, with batches of 16 and more.")
                    .limits(
                            "In train one example changes the others; in eval the running mean and variance stand in for μ"
                                    + " and σ², and to forget the change is the classic mistake.")
                    .example("x = [[1], [3]], gamma = [1], beta = [0], eps ≈ 0: μ = 2, σ = 1, y = [[−1], [1]].")
                    .source("Ioffe and Szegedy, “Batch Normalization”, ICML 2015.")
                    .synonyms("normalisation", "normalization", "batchnorm", "standardise", "running mean"))
            .build();

    private BatchNorm() {}

    /** In use a channel is moved and scaled by numbers that do not depend on x. */
    private static String worded(String text, Settings settings, Shape first) {
        if (Mode.training(settings)) {
            return text;
        }
        return text.replace(PULL, "x̄ = gamma · ȳ / √(σ² + eps)").replace(PUSH, "ẏ = gamma · ẋ / √(σ² + eps)");
    }

    private static Kernel forward(Binding k) {
        double eps = k.get(Normal.EPS);
        return Kernel.sequence(
                statistics(k),
                k.map(
                        Unary.of(v -> 1 / Math.sqrt(v + eps), v -> v.number(1)
                                .over(v.plus(eps).sqrt())),
                        k.saved(VAR),
                        k.saved(FACTOR)),
                k.normalise(normal(k, k.in(GAMMA)), k.in(BETA), k.out()));
    }

    /** y = one number for each channel: what beta alone adds. */
    private static Kernel repeat(Binding k) {
        Buffer nothing = k.scratch(k.shape(GAMMA));
        return k.normalise(normal(k, nothing), k.grad(), k.result());
    }

    private static Normalising normal(Binding k, Buffer gamma) {
        return new Normalising(Channels.planes(k.shape(X)), k.in(X), k.saved(MEAN), k.saved(FACTOR), gamma);
    }

    /** The mean and the variance that this pass uses: those of the batch in training, else the running ones. */
    private static Kernel statistics(Binding k) {
        if (!Mode.training(k.settings())) {
            return Kernel.sequence(
                    k.copy(k.saved(RUNNING_MEAN.name()), k.saved(MEAN)),
                    k.copy(k.saved(RUNNING_VAR.name()), k.saved(VAR)));
        }
        return k.moments(Channels.planes(k.shape(X)), k.in(X), k.saved(MEAN), k.saved(VAR));
    }

    /** The running mean and variance: each training step mixes a share of its batch in, the variance taken over n − 1. */
    private static State running(Binding k) {
        Buffer mean = k.saved(RUNNING_MEAN.name());
        Buffer var = k.saved(RUNNING_VAR.name());
        Kernel start = Kernel.sequence(k.load(k.get(RUNNING_MEAN), mean), k.load(k.get(RUNNING_VAR), var));
        if (!Mode.training(k.settings())) {
            return State.fixed(start);
        }
        double share = k.get(MOMENTUM);
        double n = (double) k.in(X).size() / mean.size();
        Binary taken = Binary.of((old, batch) -> (1 - share) * old + share * batch, (old, batch) -> old.times(1 - share)
                .plus(batch.times(share)));
        Binary unbiased = Binary.of(
                (old, batch) -> (1 - share) * old + share * batch * (n / (n - 1)),
                (old, batch) -> old.times(1 - share).plus(batch.times(share * (n / (n - 1)))));
        return State.gathering(
                start,
                Kernel.sequence(k.zip(taken, mean, k.saved(MEAN), mean), k.zip(unbiased, var, k.saved(VAR), var)));
    }

    /** Σ ȳ and Σ ȳ · n of each channel, which all three gradients need. */
    private static Kernel prepare(Binding k) {
        return k.normalSums(normal(k, k.in(GAMMA)), k.grad(), k.saved(SUM), k.saved(ALONG));
    }

    private static Kernel push(Binding k) {
        Buffer sum = k.scratch(k.shape(GAMMA));
        Buffer along = k.scratch(k.shape(GAMMA));
        return Kernel.sequence(k.normalSums(normal(k, k.in(GAMMA)), k.grad(), sum, along), change(k, sum, along));
    }

    /** From the gradient of y to that of x and from the tangent of x to that of y: the same, as it is symmetric. */
    private static Kernel change(Binding k, Buffer sum, Buffer along) {
        Buffer mean = k.scratch(sum.shape());
        Buffer mixed = k.scratch(sum.shape());
        Normalising normal = normal(k, k.in(GAMMA));
        Kernel moved = k.normalChange(normal, k.grad(), mean, mixed, k.result());
        if (!Mode.training(k.settings())) {
            return moved;
        }
        double n = (double) k.in(X).size() / sum.size();
        Unary share = Unary.of(v -> v / n, v -> v.over(n));
        return Kernel.sequence(k.map(share, sum, mean), k.map(share, along, mixed), moved);
    }
}

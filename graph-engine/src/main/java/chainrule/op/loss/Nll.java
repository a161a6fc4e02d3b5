package chainrule.op.loss;

import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Negative log-likelihood of class indices, from log-probabilities. */
public final class Nll {
    private static final InPort LOG_PROBS = InPort.of("logprobs");
    private static final InPort CLASS = Classes.CLASS;
    private static final Lane LOSS = Lane.of(
            (in, out) -> out[0] = -in[0][(int) in[1][0]],
            in -> in.get(0).places().equal(in.get(1)).choose(in.get(0), 0).sum().negated());
    private static final Lane PULL = Lane.of(
            (in, out) -> {
                for (int j = 0; j < out.length; j++) {
                    out[j] = j == in[0][0] ? -in[1][0] : 0;
                }
            },
            in -> in.get(0).equal(in.get(0).places()).choose(in.get(1).negated(), 0));

    public static final NodeType TYPE = NodeType.named("nll")
            .label("Negative log-likelihood")
            .category(Category.LOSS)
            .inputs(LOG_PROBS, CLASS)
            .params(Reduction.SETTING)
            .shape(in -> Classes.shape(in, LOG_PROBS))
            .forward("y = −1/N · Σ logprobs at class", Nll::forward)
            .wording(Classes::worded)
            .latex("y = -\\frac{1}{N} \\sum_n \\ell_{n, c_n}")
            .vjp(
                    LOG_PROBS,
                    "l̄ogprobs = −ȳ / N at class, 0 elsewhere",
                    k -> Classes.pulled(k, LOG_PROBS, Classes.NONE, PULL, List.of(k.in(CLASS))))
            .jvp(
                    LOG_PROBS,
                    "ẏ = −1/N · Σ l̇ogprobs at class",
                    k -> Classes.pushed(k, LOG_PROBS, Classes.NONE, LOSS, List.of(k.grad(), k.in(CLASS))))
            .pytorch("F.nll_loss({logprobs}, {class}, reduction={reduction})")
            .example(Shape.of(2, 3), Shape.of(2))
            .example(Shape.of(1, 4), Shape.of(1))
            .example(Settings.of(Reduction.SETTING, "sum"), Shape.of(5, 3), Shape.of(5))
            .example(Settings.of(Reduction.SETTING, "none"), Shape.of(2, 2, 3), Shape.of(2, 2))
            .help(Help.of("Minus the log-probability that a forecast gave to the class that was right, averaged.")
                    .history("Fisher's maximum likelihood of 1922, as a loss.")
                    .use("Behind log_softmax; the two together are cross_entropy.")
                    .limits(
                            "It does not check that its input is a log-probability: raw scores give a loss without a floor.")
                    .example("logprobs = [−0.4076, −1.4076, −2.4076], class = 0, ȳ = 1: y = 0.4076, the gradient is"
                            + " [−1, 0, 0].")
                    .source("Fisher, “On the Mathematical Foundations of Theoretical Statistics”, 1922.")
                    .synonyms("likelihood", "log loss", "classification", "classes"))
            .build();

    private Nll() {}

    private static Kernel forward(Binding k) {
        return Kernel.sequence(
                Classes.check(k, LOG_PROBS, Classes.NONE),
                Classes.reduced(k, LOG_PROBS, Classes.NONE, LOSS, List.of(k.in(LOG_PROBS), k.in(CLASS))));
    }
}

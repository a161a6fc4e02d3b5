package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** Kullback-Leibler divergence of rows of probabilities. */
public final class Kl {
    private static final InPort LOG_Q = InPort.of("logq");
    private static final InPort P = InPort.of("p");

    /** p = 0 costs nothing, whatever q says. */
    private static final Binary LOSS = Binary.of((q, p) -> p == 0 ? 0 : p * (Math.log(p) - q), (q, p) -> p.equal(0)
            .choose(0, p.times(p.log().minus(q))));

    private static final Binary LOG_Q_SLOPE = Binary.of((q, p) -> -p, (q, p) -> p.negated());
    private static final Binary P_SLOPE =
            Binary.of((q, p) -> Math.log(p) + 1 - q, (q, p) -> p.log().plus(1).minus(q));

    public static final NodeType TYPE = NodeType.named("kl")
            .label("KL divergence")
            .category(Category.LOSS)
            .inputs(LOG_Q, P)
            .shape(Kl::shape)
            .forward("y = 1/N · Σ p · (ln(p) − logq)", Reduction.of(LOG_Q, P, Kl::rows, s -> LOSS))
            .wording(Classes::worded)
            .latex("y = \\frac{1}{N} \\sum_n \\sum_j p_{nj} (\\ln p_{nj} - \\ln q_{nj})")
            .vjp(LOG_Q, "l̄ogq = −ȳ · p / N", Reduction.slope(LOG_Q, P, Kl::rows, s -> LOG_Q_SLOPE))
            .jvp(LOG_Q, "ẏ = −Σ l̇ogq · p / N", Reduction.slope(LOG_Q, P, Kl::rows, s -> LOG_Q_SLOPE))
            .vjp(P, "p̄ = ȳ · (ln(p) + 1 − logq) / N", Reduction.slope(LOG_Q, P, Kl::rows, s -> P_SLOPE))
            .jvp(P, "ẏ = Σ ṗ · (ln(p) + 1 − logq) / N", Reduction.slope(LOG_Q, P, Kl::rows, s -> P_SLOPE))
            .pytorch("F.kl_div({logq}, {p}, reduction='sum') / ({p}.numel() // {p}.shape[-1])")
            .example(Settings.none(), 0.1, 0.9, Shape.of(2, 3), Shape.of(2, 3))
            .example(Settings.none(), 0.1, 0.9, Shape.of(1, 4), Shape.of(1, 4))
            .example(Settings.none(), 0.1, 0.9, Shape.of(5, 2, 2), Shape.of(5, 2, 2))
            .example(Settings.none(), 0.1, 0.9, Shape.of(3), Shape.of(3))
            .help(Help.of("How much is lost where a forecast q stands in for the truth p; 0 where they agree.")
                    .history("Kullback and Leibler measured the difference of two hypotheses with it in 1951.")
                    .use("To bring one distribution close to another: distillation, variational autoencoders, t-SNE.")
                    .limits(
                            "It is not symmetric, and infinite where q rules out what p allows; q comes as its logarithm.")
                    .example(
                            "p = [0.5, 0.5], q = [0.25, 0.75]: y = 0.5 · ln 2 + 0.5 · ln 0.6667 = 0.1438; the gradient of"
                                    + " logq is [−0.5, −0.5].")
                    .source("Kullback and Leibler, “On Information and Sufficiency”, 1951.")
                    .synonyms("relative entropy", "kullback leibler", "divergence", "distillation"))
            .build();

    private Kl() {}

    private static Shape shape(Shapes in) {
        Classes.requireRows(in, LOG_Q);
        return Reduction.shape(in, LOG_Q, P);
    }

    private static double rows(Binding k) {
        return (double) k.in(P).size() / k.shape(P).dim(-1);
    }
}

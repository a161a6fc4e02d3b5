package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Kullback-Leibler divergence of Gaussians from the standard normal distribution. */
public final class GaussianKl {
    private static final InPort MU = InPort.of("mu");
    private static final InPort LOG_VAR = InPort.of("logvar");
    private static final Binary LOSS = Binary.of(
            (m, l) -> -0.5 * (1 + l - m * m - Math.exp(l)),
            (m, l) -> l.plus(1).minus(m.squared()).minus(l.exp()).times(-0.5));
    private static final Binary MU_SLOPE = Binary.of((m, l) -> m, (m, l) -> m);
    private static final Binary LOG_VAR_SLOPE = Binary.of(
            (m, l) -> 0.5 * (Math.exp(l) - 1), (m, l) -> l.exp().minus(1).times(0.5));

    public static final NodeType TYPE = NodeType.named("gaussian_kl")
            .label("KL to a standard normal")
            .category(Category.LOSS)
            .inputs(MU, LOG_VAR)
            .shape(in -> Reduction.shape(in, MU, LOG_VAR))
            .forward("y = −1/2 · Σ (1 + logvar − mu² − exp(logvar))", Reduction.of(MU, LOG_VAR, k -> 1, s -> LOSS))
            .latex("y = -\\frac{1}{2} \\sum_i (1 + \\ell_i - \\mu_i^2 - e^{\\ell_i})")
            .vjp(MU, "m̄u = ȳ · mu", Reduction.slope(MU, LOG_VAR, k -> 1, s -> MU_SLOPE))
            .jvp(MU, "ẏ = Σ ṁu · mu", Reduction.slope(MU, LOG_VAR, k -> 1, s -> MU_SLOPE))
            .vjp(
                    LOG_VAR,
                    "l̄ogvar = ȳ · 1/2 · (exp(logvar) − 1)",
                    Reduction.slope(MU, LOG_VAR, k -> 1, s -> LOG_VAR_SLOPE))
            .jvp(
                    LOG_VAR,
                    "ẏ = Σ l̇ogvar · 1/2 · (exp(logvar) − 1)",
                    Reduction.slope(MU, LOG_VAR, k -> 1, s -> LOG_VAR_SLOPE))
            .pytorch("-0.5 * (1 + {logvar} - {mu} ** 2 - {logvar}.exp()).sum()")
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .example(Shape.of(5, 2), Shape.of(5, 2))
            .help(Help.of("How far Gaussians are from the standard one, given their means and logarithms of variances.")
                    .history("The second half of the loss of the variational autoencoder, Kingma and Welling 2013.")
                    .use("To keep the codes of an autoencoder close together around 0, so that new ones can be drawn.")
                    .limits("It is a sum: weighed too much against the reconstruction, the codes carry nothing.")
                    .example(
                            "mu = 1, logvar = 0, ȳ = 1: y = −1/2 · (1 + 0 − 1 − 1) = 0.5; the gradient of mu is 1, that"
                                    + " of logvar 0.")
                    .source("Kingma and Welling, “Auto-Encoding Variational Bayes”, 2013.")
                    .synonyms("vae", "prior", "latent", "variational"))
            .build();

    private GaussianKl() {}
}

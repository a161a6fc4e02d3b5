package chainrule.op.encdec;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Ternary;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** A draw from a Gaussian, written so that a gradient reaches its mean and its variance. */
public final class Reparameterize {
    private static final InPort MU = InPort.of("mu");
    private static final InPort LOG_VAR = InPort.of("logvar");
    private static final InPort EPS = InPort.of("eps");
    private static final Unary AS_IT_IS = Functions.SAME;
    private static final Ternary DRAW = Ternary.of(
            (mu, logvar, eps) -> mu + Math.exp(logvar / 2) * eps,
            (mu, logvar, eps) -> mu.plus(logvar.times(0.5).exp().times(eps)));
    private static final Ternary LOG_VAR_SLOPE = Ternary.of(
            (logvar, eps, grad) -> grad * Math.exp(logvar / 2) * eps / 2,
            (logvar, eps, grad) ->
                    grad.times(logvar.times(0.5).exp()).times(eps).times(0.5));
    private static final Binary EPS_SLOPE = Binary.of(
            (logvar, grad) -> grad * Math.exp(logvar / 2),
            (logvar, grad) -> grad.times(logvar.times(0.5).exp()));

    public static final NodeType TYPE = NodeType.named("reparameterize")
            .label("Reparameterised sample")
            .category(Category.ENCODER_DECODER)
            .inputs(MU, LOG_VAR, EPS)
            .shape(Reparameterize::shape)
            .forward("y = mu + exp(logvar / 2) · eps", k -> k.zip(DRAW, k.in(MU), k.in(LOG_VAR), k.in(EPS), k.out()))
            .latex("y = \\mu + e^{\\ell / 2}\\,\\epsilon")
            .vjp(MU, "m̄u = ȳ", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .vjp(
                    LOG_VAR,
                    "l̄ogvar = ȳ · 1/2 · exp(logvar / 2) · eps",
                    k -> k.zip(LOG_VAR_SLOPE, k.in(LOG_VAR), k.in(EPS), k.grad(), k.result()))
            .vjp(EPS, "ēps = ȳ · exp(logvar / 2)", k -> k.zip(EPS_SLOPE, k.in(LOG_VAR), k.grad(), k.result()))
            .pytorch("{mu} + (0.5 * {logvar}).exp() * {eps}")
            .example(Shape.of(3), Shape.of(3), Shape.of(3))
            .example(Shape.of(1, 2), Shape.of(1, 2), Shape.of(1, 2))
            .example(Shape.of(2, 2), Shape.of(2, 2), Shape.of(2, 2))
            .example(Shape.of(5, 1), Shape.of(5, 1), Shape.of(5, 1))
            .help(Help.of(
                            "A draw from a Gaussian with this mean and logarithm of the variance, made of standard noise.")
                    .history(
                            "Kingma and Welling, and Rezende and others, found it in 2013; it made variational autoencoders"
                                    + " trainable.")
                    .use("Between encoder and decoder of a variational autoencoder, with gaussian_kl in the loss.")
                    .limits("The noise is an input: as long as it stays, the draw stays, and steps can be repeated.")
                    .example(
                            "mu = 1, logvar = 0, eps = 0.5, ȳ = 2: y = 1.5, the gradient of mu is 2, that of logvar 0.5.")
                    .source("Kingma and Welling, “Auto-Encoding Variational Bayes”, 2013.")
                    .synonyms("vae", "variational", "sample", "noise", "latent", "gaussian"))
            .build();

    private Reparameterize() {}

    private static Shape shape(Shapes in) {
        in.same(MU, LOG_VAR);
        return in.same(MU, EPS);
    }
}

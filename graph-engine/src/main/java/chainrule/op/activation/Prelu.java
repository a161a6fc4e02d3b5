package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Ternary;
import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** ReLU whose slope below 0 is learned. */
public final class Prelu {
    private static final Phrases WORDS = Phrases.of(Prelu.class);
    private static final InPort X = InPort.of("x");
    private static final InPort ALPHA = InPort.of("alpha");
    private static final Binary LEAK = Binary.of(
            (x, alpha) -> x > 0 ? x : alpha * x, (x, alpha) -> x.above(0).choose(x, alpha.times(x)));
    private static final Ternary SLOPE = Ternary.of(
            (x, alpha, grad) -> grad * (x > 0 ? 1 : alpha),
            (x, alpha, grad) -> grad.times(x.above(0).choose(1, alpha)));
    private static final Binary SLOPE_IN_ALPHA = Binary.of(
            (x, grad) -> grad * (x > 0 ? 0 : x),
            (x, grad) -> grad.times(x.above(0).choose(0, x)));

    public static final NodeType TYPE = NodeType.named("prelu")
            .label("PReLU")
            .category(Category.ACTIVATION)
            .inputs(X, ALPHA)
            .shape(Prelu::shape)
            .forward("y = x where x > 0, else alpha · x", k -> k.zip(LEAK, k.in(X), k.in(ALPHA), k.out()))
            .latex("y = \\begin{cases} x & x > 0 \\\\ \\alpha x & \\text{else} \\end{cases}")
            .vjp(
                    X,
                    "x̄ = ȳ · (1 where x > 0, else alpha)",
                    k -> k.zip(SLOPE, k.in(X), k.in(ALPHA), k.grad(), k.result()))
            .vjp(
                    ALPHA,
                    "ālpha = Σ ȳ · (0 where x > 0, else x)",
                    k -> k.zip(SLOPE_IN_ALPHA, k.in(X), k.grad(), k.result()))
            .jvp(
                    ALPHA,
                    "ẏ = ȧlpha · (0 where x > 0, else x)",
                    k -> k.zip(SLOPE_IN_ALPHA, k.in(X), k.grad(), k.result()))
            .kink(Kink.at(X))
            .pytorch("torch.nn.functional.prelu({x}, {alpha})")
            .example(Shape.of(2, 3), Shape.scalar())
            .example(Shape.of(4), Shape.of(1))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Keeps positive numbers and multiplies negative ones by a number that is learned.")
                    .history(
                            "He, Zhang, Ren and Sun introduced it in 2015, on the way to beating people at naming the pictures of ImageNet.")
                    .use("Where data should decide how much of the negative side is kept.")
                    .limits("One more parameter that can overfit; weight decay on alpha pulls it back to a plain ReLU.")
                    .example("x = −2, alpha = 0.25, ȳ = 1: y = −0.5, x̄ = 0.25, alpha’s gradient is −2.")
                    .source("He, Zhang, Ren and Sun, “Delving Deep into Rectifiers”, 2015.")
                    .synonyms("parametric relu", "learned slope", "leaky", "rectifier", "activation"))
            .build();

    private Prelu() {}

    private static Shape shape(Shapes in) {
        Shape alpha = in.of(ALPHA);
        if (alpha.size() != 1) {
            throw in.refusal(ALPHA, WORDS.text("prelu.alphaOneNumber", alpha));
        }
        return in.of(X);
    }
}

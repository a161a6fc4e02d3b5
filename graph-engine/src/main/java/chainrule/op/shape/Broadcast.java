package chainrule.op.shape;

import chainrule.kernel.Functions;
import chainrule.kernel.Unary;
import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** An array repeated to a larger shape. */
public final class Broadcast {
    private static final Phrases WORDS = Phrases.of(Broadcast.class);
    private static final InPort X = InPort.of("x");
    private static final Param<List<Integer>> SHAPE =
            Param.integers("shape", List.of()).explained("The axis lengths to repeat x to.");
    private static final Unary AS_IT_IS = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("broadcast")
            .label("Broadcast")
            .category(Category.SHAPE)
            .inputs(X)
            .params(SHAPE)
            .shape(Broadcast::shape)
            .forward("y = x repeated", k -> k.map(AS_IT_IS, k.in(X), k.out()))
            .latex("y = \\operatorname{broadcast}(x)")
            .vjp(X, "x̄ = Σ ȳ over the copies", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .jvp(X, "ẏ = ẋ repeated", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .pytorch("{x}.expand({shape})")
            .example(Settings.of(SHAPE, List.of(2, 3)), Shape.of(3))
            .example(Settings.of(SHAPE, List.of(2, 3)), Shape.of(2, 1))
            .example(Settings.of(SHAPE, List.of(5, 2, 3)), Shape.of(1, 3))
            .example(Settings.of(SHAPE, List.of(5, 2)), Shape.of(5, 1))
            .example(Settings.of(SHAPE, List.of(1, 2)), Shape.scalar())
            .help(Help.of("Repeats an array until it has a larger shape.")
                    .history(
                            "Numeric, NumPy's forerunner of 1995, made the rule: compare from the last axis, 1 repeats.")
                    .use(
                            "To see as a node what addition and multiplication do by themselves, such as a bias in a batch.")
                    .limits("A length other than 1 cannot be repeated; the gradient of all copies is summed.")
                    .example("x = [1, 2] with shape [3, 2] is three rows [1, 2]; with ones for ȳ, x̄ = [3, 3].")
                    .source("Harris et al., “Array Programming with NumPy”, Nature 585, 2020.")
                    .synonyms("expand", "repeat", "tile", "copy"))
            .build();

    private Broadcast() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        int[] dims = in.get(SHAPE).stream().mapToInt(Integer::intValue).toArray();
        for (int dim : dims) {
            if (dim < 1) {
                throw in.refusal(WORDS.text("broadcast.shapeHoldsEveryLengthAt", dim));
            }
        }
        Shape target = Shape.of(dims);
        if (!x.broadcastsWith(target) || !x.broadcast(target).equals(target)) {
            throw in.refusal(X, WORDS.text("broadcast.becomeFromLastAxisOn", x, target));
        }
        return target;
    }
}

package chainrule.op.activation;

import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Perceptron step. */
public final class Step {
    private static final InPort X = InPort.of("x");
    private static final Unary FIRES =
            Unary.of(x -> x > 0 ? 1 : 0, x -> x.above(0).counted());

    public static final NodeType TYPE = NodeType.named("step")
            .label("Step (perceptron)")
            .category(Category.ACTIVATION)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = [x > 0]", k -> k.map(FIRES, k.in(X), k.out()))
            .latex("y = [x > 0]")
            .blocked(X, "step is flat: no gradient passes")
            .pytorch("({x} > 0).double()")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Answers 1 where a number is positive, else 0.")
                    .history(
                            "The neuron of McCulloch and Pitts fired in this way in 1943, Rosenblatt’s perceptron in 1958.")
                    .use("For the perceptron and its own learning rule, and to show why networks moved on to slopes.")
                    .limits("It is flat on both sides of 0, so that nothing before it learns by gradients.")
                    .example("x = 0.3: y = 1; x = 0: y = 0; no gradient comes back.")
                    .source("Rosenblatt, “The Perceptron”, Psychological Review 65, 1958.")
                    .synonyms("heaviside", "threshold", "perceptron", "binary", "blocked"))
            .build();

    private Step() {}
}

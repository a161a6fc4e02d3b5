package chainrule.op.arithmetic;

import chainrule.kernel.Functions;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** The value without its gradient. */
public final class Detach {
    private static final InPort X = InPort.of("x");
    private static final Unary SAME = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("detach")
            .label("Stop gradient")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = x", k -> k.map(SAME, k.in(X), k.out()))
            .latex("y = x")
            .blocked(X, "detach stops the gradient on purpose")
            .pytorch("{x}.detach()")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Passes every element on as it is and stops the gradient.")
                    .history(
                            "Deep Q-networks of 2015 held their targets fixed in this way; self-distillation still does.")
                    .use("Where a value should be used but not be changed: targets, statistics, frozen branches.")
                    .limits("What lies before it learns nothing along this path, which is easily forgotten.")
                    .example("x = 3: y = 3, and no gradient comes back.")
                    .source("Chen and He, “Exploring Simple Siamese Representation Learning”, 2021.")
                    .synonyms("stop gradient", "stopgrad", "freeze", "blocked", "cut"))
            .build();

    private Detach() {}
}

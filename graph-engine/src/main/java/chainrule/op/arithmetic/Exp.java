package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Pairs;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Exponential function. */
public final class Exp {
    private static final InPort X = InPort.of("x");
    private static final Binary SLOPE = Pairs.TIMES;

    public static final NodeType TYPE = NodeType.named("exp")
            .label("e to the x")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = exp(x)", k -> k.map(Functions.EXP, k.in(X), k.out()))
            .latex("y = e^x")
            .vjp(X, "x̄ = ȳ · y", k -> k.zip(SLOPE, k.out(), k.grad(), k.result()))
            .pytorch("torch.exp({x})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Raises e = 2.71828… to every element: always positive, and its own slope.")
                    .history("Euler made it a function with its series in 1748.")
                    .use("To turn any number into a positive one: the first half of softmax.")
                    .limits(
                            "Above 709.78 it is infinite in double precision and above 88.7 in single; subtract the largest input first.")
                    .example("x = 1, ȳ = 2: y = 2.7183, x̄ = 5.4366.")
                    .source("Euler, “Introductio in analysin infinitorum”, 1748.")
                    .synonyms("exponential", "e", "growth"))
            .build();

    private Exp() {}
}

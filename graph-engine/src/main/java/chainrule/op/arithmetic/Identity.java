package chainrule.op.arithmetic;

import chainrule.kernel.Functions;
import chainrule.kernel.Unary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** The value as it is. */
public final class Identity {
    private static final InPort X = InPort.of("x");
    private static final Unary SAME = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("identity")
            .label("Wire / probe")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(in -> in.of(X))
            .forward("y = x", k -> k.map(SAME, k.in(X), k.out()))
            .latex("y = x")
            .vjp(X, "x̄ = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .pytorch("{x}")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .help(Help.of("Passes every element on as it is.")
                    .history(
                            "Residual networks of 2016 owe their depth to identity paths, along which gradients travel unchanged.")
                    .use("To give a value a name, or to look at the gradient at one place.")
                    .limits("It computes nothing.")
                    .example("x = 3, ȳ = 2: y = 3, x̄ = 2.")
                    .source("He et al., “Identity Mappings in Deep Residual Networks”, 2016.")
                    .synonyms("probe", "wire", "name", "pass", "noop"))
            .build();

    private Identity() {}
}

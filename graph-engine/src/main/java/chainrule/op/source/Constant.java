package chainrule.op.source;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.tensor.Tensor;
import java.util.Map;

/** Numbers that stay as they are. */
public final class Constant {
    public static final Param<Tensor> VALUE =
            Param.tensor("value", Tensor.scalar(0)).explained("The numbers.");
    private static final OutPort OUT = OutPort.withoutGradient("out");

    public static final NodeType TYPE = NodeType.named("constant")
            .label("Constant")
            .category(Category.SOURCE)
            .outputs(OUT)
            .params(VALUE)
            .values("y = value", settings -> Map.of(OUT, settings.get(VALUE)))
            .latex("y = c")
            .pytorch("torch.tensor({value})")
            .help(Help.of("Holds numbers that nothing should change and that no gradient is worked out for.")
                    .history(
                            "Automatic differentiation has told constants from variables since Wengert’s program of 1964.")
                    .use("For factors, masks and targets whose gradient would only distract.")
                    .limits("It has no gradient; where you want to see one, take an input.")
                    .example("value = 3 times x = 2: y = 6; x receives the gradient 3, the constant none.")
                    .source("Wengert, “A Simple Automatic Derivative Evaluation Program”, 1964.")
                    .synonyms("fixed", "number", "literal", "mask"))
            .build();

    private Constant() {}
}

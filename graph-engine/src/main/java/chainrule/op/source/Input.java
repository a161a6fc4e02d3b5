package chainrule.op.source;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.tensor.Tensor;
import java.util.Map;

/** Numbers that a learner chooses. */
public final class Input {
    public static final Param<Tensor> VALUE =
            Param.tensor("value", Tensor.scalar(0)).explained("The numbers.");

    public static final NodeType TYPE = NodeType.named("input")
            .label("Input")
            .category(Category.SOURCE)
            .params(VALUE)
            .values("y = value", settings -> Map.of(OutPort.OUT, settings.get(VALUE)))
            .latex("y = \\text{value}")
            .pytorch("torch.tensor({value})")
            .help(Help.of("Holds numbers that come from outside: what the network is asked about.")
                    .history(
                            "The variables of a formula; Linnainmaa followed their rounding errors backwards through a program in 1970.")
                    .use("For one example, or for a number to drag and watch.")
                    .limits(
                            "It receives a gradient, which shows what would change the result, but training never moves it.")
                    .example("value = 2, squared: y = 4, and the gradient that comes back is 4.")
                    .source("Linnainmaa, “Taylor Expansion of the Accumulated Rounding Error”, 1976.")
                    .synonyms("variable", "feature", "x", "data", "value"))
            .build();

    private Input() {}
}

package chainrule.op.source;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.tensor.Tensor;
import java.util.Map;

/** What should come out. */
public final class Target {
    public static final Param<Tensor> VALUE =
            Param.tensor("value", Tensor.scalar(0)).explained("The numbers; whole numbers where they name classes.");

    public static final NodeType TYPE = NodeType.named("target")
            .label("Target / label")
            .category(Category.SOURCE)
            .params(VALUE)
            .values("y = value", settings -> Map.of(OutPort.OUT, settings.get(VALUE)))
            .latex("y = t")
            .pytorch("torch.tensor({value})")
            .help(Help.of("Holds what should come out: numbers, or the indices of classes.")
                    .history("Widrow and Hoff called it the desired response in 1960.")
                    .use("On the target or class input of a loss.")
                    .limits(
                            "Training never moves it; its gradient says which way it would have to move to please the network.")
                    .example("target = 1, prediction = 0.8: the squared error is 0.04, its gradient in the target 0.4.")
                    .source("Widrow and Hoff, “Adaptive Switching Circuits”, 1960.")
                    .synonyms("label", "truth", "class", "desired", "answer"))
            .build();

    private Target() {}
}

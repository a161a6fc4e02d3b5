package chainrule.op.source;

import chainrule.data.DataSet;
import chainrule.data.Recipe;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.Map;

/** Examples to learn from: inputs on one port, what should come out on the other. */
public final class Dataset {
    private static final OutPort X = OutPort.withoutGradient("x");
    private static final OutPort Y = OutPort.withoutGradient("y");

    public static final NodeType TYPE = NodeType.named("dataset")
            .label("Data set")
            .category(Category.SOURCE)
            .outputs(X, Y)
            .params(DataSettings.all())
            .shapes(in -> {
                Recipe recipe = DataSettings.recipe(in.settings());
                return Map.of(X, recipe.x(), Y, recipe.y());
            })
            .values("x, y = data", Dataset::values)
            .latex("x, y = \\text{data}")
            .pytorch("torch.utils.data.TensorDataset(x, y)")
            .help(Help.of("Gives examples: x is what goes in, y is what should come out.")
                    .history(
                            "Fisher’s irises of 1936 were the first data set that everybody used; these here are made.")
                    .use("Wherever something is trained; the kind decides what can be learned from it.")
                    .limits("What is learned from made data holds for made data.")
                    .example("kind = xor: x = [[0, 0], [0, 1], [1, 0], [1, 1]], y = [[0], [1], [1], [0]].")
                    .source("Fisher, “The Use of Multiple Measurements in Taxonomic Problems”, 1936.")
                    .synonyms("data", "examples", "batch", "xor", "moons", "circles", "spiral", "digits", "text"))
            .build();

    private Dataset() {}

    private static Map<OutPort, Tensor> values(Settings settings) {
        DataSet made = DataSettings.recipe(settings).make();
        return Map.of(X, made.x(), Y, made.y());
    }
}

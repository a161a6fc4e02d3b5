package chainrule.op.source;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.tensor.Initializer;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** A weight or bias: numbers that an optimiser changes, given or drawn by an initialiser. */
public final class ParamNode {
    private static final Phrases WORDS = Phrases.of(ParamNode.class);

    public static final Param<Tensor> VALUE = Param.tensor("value", Tensor.scalar(0))
            .explained("The numbers; where an initialiser is chosen, they are drawn instead.");
    public static final Param<String> INIT = Param.choice("init", "zeros", Initializer.ids())
            .explained("How the numbers are drawn when no value is given.");
    public static final Param<List<Integer>> SHAPE =
            Param.integers("shape", List.of()).explained("The axis lengths to draw.");
    public static final Param<Long> SEED =
            Param.integer("seed", 0, Long.MIN_VALUE >> 10, Long.MAX_VALUE >> 10).explained("Same seed, same numbers.");
    public static final Param<Boolean> TRAINABLE =
            Param.flag("trainable", true).explained("Whether training changes it; frozen, it still shows a gradient.");
    private static final Param<Double> STD = Param.number("std", 1, 0, Double.MAX_VALUE);
    private static final Param<Double> LOW = Param.number("low", -1);
    private static final Param<Double> HIGH = Param.number("high", 1);

    public static final NodeType TYPE = NodeType.named("param")
            .label("Parameter")
            .category(Category.SOURCE)
            .params(VALUE, INIT, SHAPE, SEED, STD, LOW, HIGH, TRAINABLE)
            .shapes(in -> Map.of(OutPort.OUT, shape(in.settings())))
            .values("y = θ", settings -> Map.of(OutPort.OUT, value(settings)))
            .latex("y = \\theta")
            .updatedByOptimizers()
            .pytorch("torch.nn.Parameter(torch.tensor({value}))")
            .help(Help.of("A weight or a bias: numbers that training changes.")
                    .history("Rosenblatt's perceptron of 1958 turned motors to set them; gradients do it today.")
                    .use("For everything a network should learn; one node with many edges is a shared weight.")
                    .limits(
                            "Where its gradient is 0 it does not learn; a shared parameter sums the gradients of its uses.")
                    .example(
                            "w = 0.5 with gradient 2 becomes 0.3 after one step of plain gradient descent at rate 0.1.")
                    .source("Rosenblatt, “The Perceptron”, Psychological Review 65, 1958.")
                    .synonyms("weight", "bias", "theta", "variable", "parameter"))
            .build();

    private ParamNode() {}

    /**
     * Whether the numbers come from an initialiser; {@code constant} and {@code identity} take theirs from a value that
     * is a single number.
     */
    public static boolean drawn(Settings settings) {
        if (settings.has(VALUE)) {
            return settings.has(INIT)
                    && usesValue(settings)
                    && settings.get(VALUE).shape().isScalar();
        }
        return settings.has(INIT) || settings.has(SHAPE);
    }

    private static boolean usesValue(Settings settings) {
        Initializer initializer = Initializer.of(settings.get(INIT));
        return initializer == Initializer.CONSTANT || initializer == Initializer.IDENTITY;
    }

    private static Shape shape(Settings settings) {
        if (!drawn(settings)) {
            return settings.get(VALUE).shape();
        }
        int[] dims = settings.get(SHAPE).stream().mapToInt(Integer::intValue).toArray();
        for (int dim : dims) {
            if (dim < 1) {
                throw new ShapeProblem(null, WORDS.text("paramNode.shapeHoldsEveryAxisNeeds", dim));
            }
        }
        return Shape.of(dims);
    }

    private static Tensor value(Settings settings) {
        if (!drawn(settings)) {
            return settings.get(VALUE);
        }
        double fill = settings.has(VALUE) ? settings.get(VALUE).item() : usesOne(settings) ? 1 : 0;
        return Initializer.of(settings.get(INIT))
                .draw(
                        shape(settings),
                        settings.get(SEED),
                        new Initializer.Range(settings.get(STD), settings.get(LOW), settings.get(HIGH), fill));
    }

    private static boolean usesOne(Settings settings) {
        return Initializer.of(settings.get(INIT)) == Initializer.IDENTITY;
    }
}

package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** Dense layers one after the other. */
public final class Mlp {
    private static final Phrases WORDS = Phrases.of(Mlp.class);
    private static final int MOST_UNITS = 1 << 24;

    static final Param<List<Integer>> SIZES = Param.integers("sizes", List.of(8, 1))
            .explained("How many outputs each layer has, from the first to the last.");
    static final Param<String> ACTIVATION = Activations.param("activation", "relu");
    static final Param<String> OUTPUT_ACTIVATION = Activations.param("output_activation", "identity")
            .explained("What the sums of the last layer pass through.");

    public static final NodeType TYPE = NodeType.named("mlp")
            .label("Multi-layer perceptron")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(SIZES, ACTIVATION, OUTPUT_ACTIVATION, Dense.INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = layers of φ(x Wᵀ + b)", Mlp::parts)
            .latex("y = \\varphi_n(\\cdots \\varphi_1(x W_1^\\top + b_1) \\cdots W_n^\\top + b_n)")
            .pytorch("mlp({x}.shape[-1], {sizes}, \"{activation}\", \"{output_activation}\")({x})")
            .example(settings(2, 1), Shape.of(3))
            .example(settings(3, 2).with(ACTIVATION, "tanh"), Shape.of(1, 2))
            .example(settings(2, 2, 1).with(ACTIVATION, "silu").with(Inside.SEED, 7L), Shape.of(2, 3))
            .example(settings(2).with(OUTPUT_ACTIVATION, "sigmoid"), Shape.of(5, 2))
            .help(Help.of("Dense layers in a chain, with an activation between them: the classic feed-forward network.")
                    .history(
                            "Rumelhart, Hinton and Williams trained it by backpropagation in 1986; with one hidden layer it"
                                    + " can come close to any function (Cybenko 1989).")
                    .use("For tables of features, as the last part of other networks, and to begin with.")
                    .limits("It knows nothing of neighbours or order: pictures and texts need far more weights in it.")
                    .example("With sizes 8, 1 and x of length 2 it has 2 · 8 + 8 + 8 · 1 + 1 = 33 weights.")
                    .source(
                            "Rumelhart, Hinton and Williams, “Learning Representations by Back-propagating Errors”, 1986.")
                    .synonyms("feed-forward", "multilayer perceptron", "network", "hidden layers"))
            .build();

    private Mlp() {}

    private static Settings settings(Integer... sizes) {
        return Settings.of(SIZES, List.of(sizes));
    }

    private static Parts parts(Shapes in) {
        Inside.width(in, Inside.X);
        List<Integer> sizes = in.get(SIZES);
        check(in, sizes);
        Inside inside = new Inside(in, in.get(Dense.INIT));
        Parts.End end = inside.port(Inside.X);
        for (int layer = 1; layer <= sizes.size(); layer++) {
            String activation = in.get(layer == sizes.size() ? OUTPUT_ACTIVATION : ACTIVATION);
            Settings settings = Settings.of(Dense.UNITS, (long) sizes.get(layer - 1))
                    .with(Dense.ACTIVATION, activation)
                    .with(Dense.INIT, in.get(Dense.INIT))
                    .with(Inside.SEED, inside.nextSeed());
            end = inside.part("l" + layer, Dense.TYPE, settings, end);
        }
        return inside.done(end);
    }

    /** Refuses no layers, and layers without outputs. */
    static void check(Shapes in, List<Integer> sizes) {
        if (sizes.isEmpty()) {
            throw in.refusal(WORDS.text("mlp.sizesEmptyHoldNumberOutputs"));
        }
        sizes.stream().filter(size -> size < 1 || size > MOST_UNITS).findFirst().ifPresent(size -> {
            throw in.refusal(WORDS.text("mlp.sizesHoldsLayerHaveFrom", size, MOST_UNITS));
        });
    }
}

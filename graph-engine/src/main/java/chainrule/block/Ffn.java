package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Gelu;
import chainrule.op.activation.Relu;
import chainrule.op.activation.Swiglu;
import chainrule.op.linear.Linear;
import chainrule.tensor.Shape;
import java.util.List;

/** The feed-forward part of a transformer layer: wide, bent, and narrow again. */
public final class Ffn {
    static final Param<Long> WIDTH = Param.integer("width", 0, 0, 1 << 24)
            .explained("How wide it is in the middle; 0 stands for four times as wide as x.");
    static final Param<String> ACTIVATION = Param.choice("activation", "gelu", List.of("gelu", "relu", "swiglu"))
            .explained("What bends it in the middle; swiglu needs a third weight, the gate.");

    public static final NodeType TYPE = NodeType.named("ffn")
            .label("Feed-forward block")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(WIDTH, ACTIVATION, Dense.INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = φ(x W1ᵀ + b1) W2ᵀ + b2", Ffn::parts)
            .latex("y = \\varphi(x W_1^\\top + b_1) W_2^\\top + b_2")
            .pytorch("ffn({x}.shape[-1], {width}, \"{activation}\")({x})")
            .example(Settings.of(WIDTH, 2L), Shape.of(3))
            .example(Settings.of(WIDTH, 3L), Shape.of(1, 2))
            .example(Settings.of(WIDTH, 2L).with(ACTIVATION, "swiglu"), Shape.of(2, 2))
            .example(Shape.of(5, 1))
            .help(Help.of("Two dense layers, wide in the middle, that treat every position of a sequence by itself.")
                    .history("Part of the transformer of 2017; Shazeer put a gate into it in 2020.")
                    .use("After attention in a transformer layer: attention moves information, this works on it.")
                    .limits("It holds two thirds of a transformer's weights, and sees no other position.")
                    .example("Width 4 · 8 = 32 for vectors of length 8: 2 · 8 · 32 + 32 + 8 = 552 weights.")
                    .source("Shazeer, “GLU Variants Improve Transformer”, 2020.")
                    .synonyms("feedforward", "mlp", "transformer", "position-wise", "gated"))
            .build();

    private Ffn() {}

    private static Parts parts(Shapes in) {
        int features = Inside.width(in, Inside.X);
        int width = in.get(WIDTH) == 0 ? 4 * features : Math.toIntExact(in.get(WIDTH));
        Inside inside = new Inside(in, in.get(Dense.INIT));
        Parts.End x = inside.port(Inside.X);
        Parts.End wide =
                inside.part("linear1", Linear.TYPE, x, inside.drawn("W1", width, features), inside.zeros("b1", width));
        Parts.End bent;
        if (in.get(ACTIVATION).equals("swiglu")) {
            Parts.End gate =
                    inside.part("gate", Linear.TYPE, x, inside.drawn("Wg", width, features), inside.zeros("bg", width));
            bent = inside.part("act", Swiglu.TYPE, wide, gate);
        } else {
            bent = inside.part("act", in.get(ACTIVATION).equals("relu") ? Relu.TYPE : Gelu.TYPE, wide);
        }
        return inside.done(inside.part(
                "linear2", Linear.TYPE, bent, inside.drawn("W2", features, width), inside.zeros("b2", features)));
    }
}

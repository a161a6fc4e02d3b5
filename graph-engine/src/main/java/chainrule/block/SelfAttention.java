package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.attention.MultiHead;
import chainrule.tensor.Shape;

/** Multi-head attention of a sequence to itself, with its weights. */
public final class SelfAttention {
    static final Param<Long> HEADS =
            Param.integer("heads", 1, 1, 1 << 20).explained("How many parts the width is cut into.");
    static final Param<Boolean> CAUSAL =
            Param.flag("causal", false).explained("Whether a position sees itself and what came before it only.");

    public static final NodeType TYPE = NodeType.named("self_attention")
            .label("Self-attention block")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(HEADS, CAUSAL, Dense.INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = attention of x to itself", SelfAttention::parts)
            .latex("Y = \\operatorname{multihead}(X, X, X)")
            .pytorch(
                    "torch.nn.MultiheadAttention({x}.shape[-1], {heads}, bias=False, batch_first=True)({x}, {x}, {x})[0]")
            .example(Settings.of(HEADS, 2L), Shape.of(3, 4))
            .example(Shape.of(1, 2, 2))
            .example(Settings.of(CAUSAL, true), Shape.of(2, 3, 2))
            .example(Settings.of(HEADS, 2L).with(CAUSAL, true), Shape.of(5, 2, 2))
            .help(Help.of("Every position of a sequence looks at the others and takes a blend of what it finds there.")
                    .history(
                            "Lin and others let a sentence attend to itself in 2017, the transformer in the same year.")
                    .use("As the part of a transformer layer that moves information between positions.")
                    .limits("Work grows with the square of the length; without positions added, order is lost.")
                    .example("Width 8: four weights of 8×8, 256 numbers; causal, position 0 can only take itself.")
                    .source("Vaswani and others, “Attention Is All You Need”, 2017.")
                    .synonyms("transformer", "attention", "multi-head", "causal", "mha"))
            .build();

    private SelfAttention() {}

    private static Parts parts(Shapes in) {
        int width = Inside.width(in, Inside.X);
        Inside inside = new Inside(in, in.get(Dense.INIT));
        Parts.End x = inside.port(Inside.X);
        Settings settings = Settings.none().with("heads", in.get(HEADS));
        return inside.done(inside.part(
                "attention",
                MultiHead.TYPE,
                in.get(CAUSAL) ? settings.with("mask", "causal") : settings,
                x,
                x,
                x,
                inside.drawn("Wq", width, width),
                inside.drawn("Wk", width, width),
                inside.drawn("Wv", width, width),
                inside.drawn("Wo", width, width)));
    }
}

package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Map;

/** One layer of a transformer: attention and a feed-forward part, each in a normalised residual block. */
public final class TransformerBlock {
    private static final NodeType SUBLAYER =
            PreNormBlock.around(Map.of(SelfAttention.TYPE.id(), SelfAttention.TYPE, Ffn.TYPE.id(), Ffn.TYPE));

    public static final NodeType TYPE = NodeType.named("transformer_block")
            .label("Transformer block")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(
                    SelfAttention.HEADS,
                    Ffn.WIDTH,
                    Ffn.ACTIVATION,
                    SelfAttention.CAUSAL,
                    PreNormBlock.POST_NORM,
                    Inside.SEED,
                    Inside.WEIGHTS)
            .block("y = z + ffn(LN(z)), z = x + attention(LN(x))", TransformerBlock::parts)
            .latex("z = x + \\operatorname{attention}(\\operatorname{LN}(x)), \\quad y = z +"
                    + " \\operatorname{ffn}(\\operatorname{LN}(z))")
            .pytorch("torch.nn.TransformerEncoderLayer({x}.shape[-1], {heads}, {width}, 0, \"{activation}\","
                    + " batch_first=True, norm_first=True)({x})")
            .example(Settings.of(Ffn.WIDTH, 2L), Shape.of(2, 3))
            .example(Settings.of(SelfAttention.HEADS, 2L).with(Ffn.WIDTH, 3L), Shape.of(1, 2, 4))
            .example(
                    Settings.of(SelfAttention.CAUSAL, true).with(Ffn.WIDTH, 2L).with(PreNormBlock.POST_NORM, true),
                    Shape.of(2, 2, 3))
            .example(Settings.of(Ffn.WIDTH, 2L).with(Ffn.ACTIVATION, "swiglu"), Shape.of(5, 2, 3))
            .help(Help.of(
                            "One layer of a transformer: positions exchange by attention, then each is worked on by itself.")
                    .history("Vaswani and others 2017; the great language models of today are stacks of it.")
                    .use(
                            "Several in a chain, after an embedding and positions; causal for a model that continues texts.")
                    .limits("It needs much data, and memory that grows with the square of the length.")
                    .example("Width 8, 2 heads, feed-forward width 32: 256 + 552 + 2 · 16 = 840 weights.")
                    .source("Vaswani and others, “Attention Is All You Need”, 2017.")
                    .synonyms("attention", "encoder layer", "gpt", "bert", "decoder layer"))
            .build();

    private TransformerBlock() {}

    private static Parts parts(Shapes in) {
        Inside inside = new Inside(in, "zeros");
        Settings attention = Settings.of(SelfAttention.HEADS, in.get(SelfAttention.HEADS))
                .with(SelfAttention.CAUSAL, in.get(SelfAttention.CAUSAL));
        Parts.End mixed = inside.part(
                "attention",
                SUBLAYER,
                PreNormBlock.holding(SelfAttention.TYPE, attention)
                        .with(PreNormBlock.POST_NORM, in.get(PreNormBlock.POST_NORM))
                        .with(Inside.SEED, in.get(Inside.SEED)),
                inside.port(Inside.X));
        Settings ffn = Settings.of(Ffn.WIDTH, in.get(Ffn.WIDTH)).with(Ffn.ACTIVATION, in.get(Ffn.ACTIVATION));
        Parts.End worked = inside.part(
                "ffn",
                SUBLAYER,
                PreNormBlock.holding(Ffn.TYPE, ffn)
                        .with(PreNormBlock.POST_NORM, in.get(PreNormBlock.POST_NORM))
                        .with(Inside.SEED, in.get(Inside.SEED) + 4),
                mixed);
        return inside.done(worked);
    }
}

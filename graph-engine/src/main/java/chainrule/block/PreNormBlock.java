package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Add;
import chainrule.op.regularise.LayerNorm;
import chainrule.tensor.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A residual block that normalises: before the node inside, or after the sum. */
public final class PreNormBlock {
    static final Param<Boolean> POST_NORM = Param.flag("post_norm", false)
            .explained("Whether the sum is normalised, as in the first transformer, and not what goes in.");

    public static final NodeType TYPE = around(Map.of(Dense.TYPE.id(), Dense.TYPE));

    private PreNormBlock() {}

    /** The type for blocks that hold one of these. */
    static NodeType around(Map<String, NodeType> types) {
        return type(id -> Optional.ofNullable(types.get(id)));
    }

    private static NodeType type(Function<String, Optional<NodeType>> types) {
        return NodeType.named("pre_norm_block")
                .label("Normalised residual block")
                .category(Category.BLOCK)
                .inputs(Inside.X)
                .params(Residual.BLOCK, POST_NORM, Inside.SEED, Inside.WEIGHTS)
                .in(catalog -> type(catalog::find))
                .block("y = x + F(LN(x))", in -> parts(in, types))
                .wording((text, settings, elements) -> settings.get(POST_NORM) ? "y = LN(x + F(x))" : text)
                .latex("y = x + F(\\operatorname{LN}(x))")
                .pytorch("{x} + body(F.layer_norm({x}, {x}.shape[-1:]))")
                .example(Shape.of(3))
                .example(Shape.of(1, 3))
                .example(inner(Settings.of(Dense.ACTIVATION, "tanh")), Shape.of(2, 3))
                .example(inner(Settings.of(Dense.ACTIVATION, "sigmoid")).with(POST_NORM, true), Shape.of(5, 3))
                .help(Help.of("A residual block with a layer normalisation before the node inside, or after the sum.")
                        .history(
                                "The transformer of 2017 normalised the sum; Xiong and others showed in 2020 why it trains more"
                                        + " easily the other way.")
                        .use("Twice in each layer of a transformer: around attention and around the feed-forward part.")
                        .limits(
                                "Normalised first, the sum itself grows from block to block; a last norm is put at the end.")
                        .example("x = [1, 3]: LN(x) = [−1, 1], so F sees the same for [10, 30].")
                        .source("Xiong and others, “On Layer Normalization in the Transformer Architecture”, 2020.")
                        .synonyms("pre-ln", "post-ln", "transformer", "sublayer", "add and norm"))
                .build();
    }

    private static Settings inner(Settings dense) {
        return Settings.of(Residual.BLOCK, InnerNode.literal(Dense.TYPE, dense));
    }

    private static Parts parts(Shapes in, Function<String, Optional<NodeType>> types) {
        Inside.width(in, Inside.X);
        Inside inside = new Inside(in, "zeros");
        Parts.End x = inside.port(Inside.X);
        if (in.get(POST_NORM)) {
            return inside.done(normed(inside, inside.part("add", Add.TYPE, x, Residual.body(inside, x, types))));
        }
        return inside.done(inside.part("add", Add.TYPE, x, Residual.body(inside, normed(inside, x), types)));
    }

    private static Parts.End normed(Inside inside, Parts.End end) {
        int width = Inside.width(inside.in(), Inside.X);
        return inside.part("norm", LayerNorm.TYPE, end, inside.filled("gamma", 1, width), inside.zeros("beta", width));
    }

    /** Settings of such a block around a node. */
    static Settings holding(NodeType type, Settings settings) {
        return Settings.of(Residual.BLOCK, InnerNode.literal(type, settings));
    }
}

package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.conv.Conv2d;
import chainrule.tensor.Shape;

/** One convolution with its weights, inside of blocks. */
final class ConvLayer {
    private static final Phrases WORDS = Phrases.of(ConvLayer.class);

    static final Param<Long> FILTERS = Param.integer("filters", 8, 1, 1 << 20).explained("How many channels come out.");
    static final Param<Long> KERNEL =
            Param.integer("kernel", 3, 1, 10_000).explained("How wide and how high the kernel is.");
    static final Param<Long> STRIDE =
            Param.integer("stride", 1, 1, 10_000).explained("How many places the kernel moves in a step.");

    private static final Param<Long> PAD = Param.integer("pad", 0, 0, 10_000);
    private static final Param<Long> GROUPS = Param.integer("groups", 1, 1, 1 << 20);

    /** A layer as a node, for blocks that hold several. */
    static final NodeType TYPE = NodeType.named("conv_layer")
            .label("Convolution layer")
            .help(Help.of("A convolution with its own filters and bias, inside of a block."))
            .inputs(Inside.X)
            .params(FILTERS, KERNEL, STRIDE, PAD, GROUPS, Inside.SEED, Inside.WEIGHTS)
            .block("y = W * x + b", ConvLayer::parts)
            .build();

    private ConvLayer() {}

    static Settings settings(long filters, long kernel, long stride, long pad) {
        return Settings.of(FILTERS, filters)
                .with(KERNEL, kernel)
                .with(STRIDE, stride)
                .with(PAD, pad);
    }

    /** The same with channels in so many groups, each convolved by itself. */
    static Settings grouped(Settings settings, long groups) {
        return settings.with(GROUPS, groups);
    }

    /** The number of channels that reach a block. */
    static int channels(Shapes in) {
        Shape x = in.of(Inside.X);
        if (x.rank() != 3 && x.rank() != 4) {
            throw in.refusal(Inside.X, WORDS.text("convLayer.channelsHeightWidthOrBatch", x));
        }
        return x.dim(-3);
    }

    /** Weights, bias and convolution under the names W, b and conv. */
    static Parts.End convolved(Inside inside, Settings settings) {
        int channels = channels(inside.in());
        long groups = settings.get(GROUPS);
        int filters = Math.toIntExact(settings.get(FILTERS));
        int kernel = Math.toIntExact(settings.get(KERNEL));
        if (channels % groups != 0) {
            throw inside.in().refusal(Inside.X, WORDS.text("convLayer.channelsGroupsDivideThem", channels, groups));
        }
        Parts.End weights = inside.drawn("W", filters, Math.toIntExact(channels / groups), kernel, kernel);
        Settings moves = Settings.none()
                .with("stride", settings.get(STRIDE))
                .with("pad", settings.get(PAD))
                .with("groups", groups);
        return inside.part("conv", Conv2d.TYPE, moves, inside.port(Inside.X), weights, inside.zeros("b", filters));
    }

    private static Parts parts(Shapes in) {
        Inside inside = new Inside(in, "he_normal");
        return inside.done(convolved(inside, in.settings()));
    }
}

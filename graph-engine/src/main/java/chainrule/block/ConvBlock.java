package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.conv.MaxPool2d;
import chainrule.op.regularise.BatchNorm;
import chainrule.tensor.Shape;
import java.util.List;

/** A convolution with what usually comes after it. */
public final class ConvBlock {
    private static final Phrases WORDS = Phrases.of(ConvBlock.class);
    private static final String SAME = "same";
    private static final Param<Literal> PAD = Param.choiceOrInteger("pad", SAME, List.of(SAME), 10_000)
            .explained("How wide a border of zeros is laid around x; same keeps its size at stride 1.");
    private static final Param<Boolean> BATCH_NORM =
            Param.flag("batch_norm", false).explained("Whether channels are normalised over the batch.");
    private static final Param<String> ACTIVATION = Activations.param("activation", "relu");
    private static final Param<Long> POOL =
            Param.integer("pool", 0, 0, 10_000).explained("The window of a max pooling at the end; 0 for none.");
    private static final Param<String> INIT = Inside.init("he_normal");

    public static final NodeType TYPE = NodeType.named("conv_block")
            .label("Convolution block")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(
                    ConvLayer.FILTERS,
                    ConvLayer.KERNEL,
                    ConvLayer.STRIDE,
                    PAD,
                    BATCH_NORM,
                    ACTIVATION,
                    POOL,
                    INIT,
                    Inside.SEED,
                    Inside.WEIGHTS)
            .block("y = pool(φ(norm(W * x + b)))", ConvBlock::parts)
            .latex("y = \\operatorname{pool}(\\varphi(\\operatorname{norm}(W * x + b)))")
            .pytorch("conv_block({x}.shape[-3], {filters}, {kernel}, {stride}, \"{activation}\", {pool})({x})")
            .example(settings(2).with(ACTIVATION, "tanh"), Shape.of(1, 3, 3))
            .example(settings(2).with(ACTIVATION, "sigmoid").with(POOL, 2L), Shape.of(1, 2, 4, 4))
            .example(
                    settings(3)
                            .with(ACTIVATION, "tanh")
                            .with(BATCH_NORM, true)
                            .with(ConvLayer.STRIDE, 2L)
                            .with(PAD, new Literal.Number(0)),
                    Shape.of(2, 1, 5, 5))
            .example(settings(1).with(ACTIVATION, "silu"), Shape.of(5, 1, 3, 3))
            .help(Help.of("A convolution with its weights, then normalisation, activation and pooling as they are set.")
                    .history(
                            "LeCun's LeNet of 1989 was a chain of such blocks; batch normalisation joined them in 2015.")
                    .use(
                            "To build a convolutional network from a few boxes, each with half the size and more channels.")
                    .limits("Batch normalisation needs more than one number per channel, and behaves otherwise when it"
                            + " evaluates.")
                    .example(
                            "x of 1×28×28, 8 filters, kernel 3, same, pool 2: y is 8×14×14, with 8 · 9 + 8 = 80 weights.")
                    .source("LeCun and others, “Gradient-Based Learning Applied to Document Recognition”, 1998.")
                    .synonyms("cnn", "conv layer", "convolution", "image", "lenet", "vgg"))
            .build();

    private ConvBlock() {}

    private static Settings settings(long filters) {
        return Settings.of(ConvLayer.FILTERS, filters);
    }

    private static Parts parts(Shapes in) {
        Inside inside = new Inside(in, in.get(INIT));
        Settings layer = ConvLayer.settings(
                in.get(ConvLayer.FILTERS), in.get(ConvLayer.KERNEL), in.get(ConvLayer.STRIDE), pad(in));
        Parts.End end = ConvLayer.convolved(inside, layer);
        if (in.get(BATCH_NORM)) {
            if (in.of(Inside.X).rank() == 3) {
                throw in.refusal(Inside.X, WORDS.text("convBlock.oneImageBatchNormOn", in.of(Inside.X)));
            }
            int filters = Math.toIntExact(in.get(ConvLayer.FILTERS));
            end = inside.part(
                    "bn", BatchNorm.TYPE, end, inside.filled("gamma", 1, filters), inside.zeros("beta", filters));
        }
        end = inside.part("act", Activations.named(in.get(ACTIVATION)), end);
        if (in.get(POOL) > 0) {
            end = inside.part("pool", MaxPool2d.TYPE, Settings.none().with("kernel", in.get(POOL)), end);
        }
        return inside.done(end);
    }

    private static long pad(Shapes in) {
        if (in.get(PAD) instanceof Literal.Number number) {
            return (long) number.value();
        }
        long kernel = in.get(ConvLayer.KERNEL);
        if (kernel % 2 == 0) {
            throw in.refusal(WORDS.text("convBlock.kernelPadSameOnlyOdd", kernel));
        }
        return kernel / 2;
    }
}

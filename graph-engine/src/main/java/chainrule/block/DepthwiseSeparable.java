package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** A convolution in two cheap halves: each channel by itself, then a mixture of channels. */
public final class DepthwiseSeparable {
    private static final Phrases WORDS = Phrases.of(DepthwiseSeparable.class);

    public static final NodeType TYPE = NodeType.named("depthwise_separable")
            .label("Depthwise separable convolution")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(ConvLayer.FILTERS, ConvLayer.KERNEL, ConvLayer.STRIDE, Inside.SEED, Inside.WEIGHTS)
            .block("y = pointwise(depthwise(x))", DepthwiseSeparable::parts)
            .latex("y = W_p * (W_d \\circledast x + b_d) + b_p")
            .pytorch("torch.nn.Sequential(torch.nn.Conv2d({x}.shape[-3], {x}.shape[-3], {kernel}, {stride},"
                    + " {kernel} // 2, groups={x}.shape[-3]), torch.nn.Conv2d({x}.shape[-3], {filters}, 1))({x})")
            .example(settings(2), Shape.of(2, 3, 3))
            .example(settings(3), Shape.of(1, 2, 3, 3))
            .example(settings(2).with(ConvLayer.STRIDE, 2L), Shape.of(2, 2, 4, 4))
            .example(settings(1).with(ConvLayer.KERNEL, 1L), Shape.of(5, 2, 2, 2))
            .help(Help.of("First a kernel of its own for each channel, then a 1×1 convolution that mixes the channels.")
                    .history("Sifre used it in 2014; Xception and MobileNet of 2017 were built of it.")
                    .use("In place of a convolution where weights or time are short, as on a phone.")
                    .limits("It cannot look at space and channels together, so it may need more channels.")
                    .example(
                            "32 to 64 channels, kernel 3: 32 · 9 + 32 · 64 = 2336 factors in place of 32 · 64 · 9 = 18432.")
                    .source("Howard and others, “MobileNets: Efficient Convolutional Neural Networks for Mobile Vision"
                            + " Applications”, 2017.")
                    .synonyms("mobilenet", "xception", "groups", "pointwise", "depthwise"))
            .build();

    private DepthwiseSeparable() {}

    private static Settings settings(long filters) {
        return Settings.of(ConvLayer.FILTERS, filters);
    }

    private static Parts parts(Shapes in) {
        int channels = ConvLayer.channels(in);
        long kernel = in.get(ConvLayer.KERNEL);
        if (kernel % 2 == 0) {
            throw in.refusal(WORDS.text("depthwiseSeparable.kernelOddSoThatSize", kernel));
        }
        Inside inside = new Inside(in, "he_normal");
        Settings depthwise = ConvLayer.settings(channels, kernel, in.get(ConvLayer.STRIDE), kernel / 2);
        Parts.End apart = inside.part(
                "depthwise",
                ConvLayer.TYPE,
                ConvLayer.grouped(depthwise, channels).with(Inside.SEED, inside.nextSeed()),
                inside.port(Inside.X));
        Settings pointwise = ConvLayer.settings(in.get(ConvLayer.FILTERS), 1, 1, 0);
        return inside.done(
                inside.part("pointwise", ConvLayer.TYPE, pointwise.with(Inside.SEED, inside.nextSeed()), apart));
    }
}

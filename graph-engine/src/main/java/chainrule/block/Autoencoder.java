package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Identity;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A network that squeezes its input through a narrow code and builds it up again. */
public final class Autoencoder {
    private static final Param<List<Integer>> SIZES = Param.integers("sizes", List.of(8, 2))
            .explained("The layers of the encoder; the last is the length of the code, the decoder mirrors them.");
    private static final OutPort CODE = OutPort.of("code");

    public static final NodeType TYPE = NodeType.named("autoencoder")
            .label("Autoencoder")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .outputs(OutPort.OUT, CODE)
            .params(SIZES, Mlp.ACTIVATION, Mlp.OUTPUT_ACTIVATION, Dense.INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = decoder(code), code = encoder(x)", Autoencoder::parts)
            .latex("y = g(c), \\quad c = f(x)")
            .pytorch("autoencoder({x}.shape[-1], {sizes}, \"{activation}\")({x})")
            .example(Settings.of(SIZES, List.of(3, 1)).with(Mlp.ACTIVATION, "tanh"), Shape.of(4))
            .example(Settings.of(SIZES, List.of(2)), Shape.of(1, 3))
            .example(Settings.of(SIZES, List.of(2)).with(Mlp.OUTPUT_ACTIVATION, "sigmoid"), Shape.of(2, 3))
            .example(Settings.of(SIZES, List.of(3, 2)).with(Mlp.ACTIVATION, "sigmoid"), Shape.of(5, 2))
            .help(Help.of("An encoder squeezes the input into a short code, and a decoder builds the input up from it.")
                    .history(
                            "Rumelhart, Hinton and Williams had one in 1986; Hinton and Salakhutdinov made it deep in 2006.")
                    .use("To find few numbers that say the same as many; compare out with x by a loss.")
                    .limits("Linear and with a squared error it finds no more than principal components do.")
                    .example("Sizes 8, 2 on x of length 64: layers 64 → 8 → 2 → 8 → 64, and a code of 2 numbers.")
                    .source(
                            "Hinton and Salakhutdinov, “Reducing the Dimensionality of Data with Neural Networks”, 2006.")
                    .synonyms("bottleneck", "compression", "code", "encoder", "decoder", "latent"))
            .build();

    private Autoencoder() {}

    private static Parts parts(Shapes in) {
        int features = Inside.width(in, Inside.X);
        List<Integer> sizes = in.get(SIZES);
        Mlp.check(in, sizes);
        List<Integer> mirrored = new ArrayList<>(sizes.subList(0, sizes.size() - 1));
        Collections.reverse(mirrored);
        mirrored.add(features);
        Inside inside = new Inside(in, in.get(Dense.INIT));
        Settings encoder = settings(in, sizes).with(Inside.SEED, inside.nextSeed());
        Parts.End squeezed = inside.part("encoder", Mlp.TYPE, encoder, inside.port(Inside.X));
        Parts.End code = inside.part("code", Identity.TYPE, squeezed);
        Settings decoder = settings(in, mirrored)
                .with(Mlp.OUTPUT_ACTIVATION, in.get(Mlp.OUTPUT_ACTIVATION))
                .with(Inside.SEED, in.get(Inside.SEED) + sizes.size());
        Parts.End out = inside.part("decoder", Mlp.TYPE, decoder, code);
        return inside.assembly().out(CODE, code).done(out);
    }

    private static Settings settings(Shapes in, List<Integer> sizes) {
        return Settings.of(Mlp.SIZES, sizes)
                .with(Mlp.ACTIVATION, in.get(Mlp.ACTIVATION))
                .with(Dense.INIT, in.get(Dense.INIT));
    }
}

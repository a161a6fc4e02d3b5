package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.linear.Linear;
import chainrule.tensor.Shape;

/** A dense layer that brings its own weights and its activation. */
public final class Dense {
    static final Param<Long> UNITS =
            Param.integer("units", 0, 0, 1 << 24).explained("How many outputs; 0 stands for as many as x has inputs.");
    static final Param<String> ACTIVATION = Activations.param("activation", "identity");
    static final Param<String> INIT = Inside.init("xavier_uniform");

    public static final NodeType TYPE = NodeType.named("dense")
            .label("Dense block")
            .category(Category.BLOCK)
            .inputs(Inside.X)
            .params(UNITS, ACTIVATION, INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = φ(x Wᵀ + b)", Dense::parts)
            .latex("y = \\varphi(x W^\\top + b)")
            .pytorch("torch.nn.Sequential(torch.nn.Linear({x}.shape[-1], {units}), activation(\"{activation}\"))({x})")
            .example(Settings.of(UNITS, 2L), Shape.of(3))
            .example(Settings.of(UNITS, 2L).with(ACTIVATION, "tanh"), Shape.of(1, 3))
            .example(Settings.of(UNITS, 3L).with(Inside.SEED, 4L), Shape.of(2, 2))
            .example(Settings.of(ACTIVATION, "sigmoid"), Shape.of(5, 2, 2))
            .help(Help.of("A layer of neurons with its weights, its bias and its activation in one box.")
                    .history(
                            "Rosenblatt's perceptron of 1958 had one; the libraries of the 2010s made the layer, and not the"
                                    + " weight, the brick to build with.")
                    .use("To build a network of layers without a node for every weight; open it to see them.")
                    .limits("Two of them without an activation between are one; the weights belong to this box alone.")
                    .example(
                            "x = [1, 2], W = [[3, 4]], b = [0.5], relu: y = [11.5]; with W = [[−3, −4]] it would be [0].")
                    .source("Goodfellow, Bengio and Courville, “Deep Learning”, chapter 6, 2016.")
                    .synonyms("fully connected", "fc", "linear layer", "perceptron", "layer"))
            .build();

    private Dense() {}

    private static Parts parts(Shapes in) {
        int features = Inside.width(in, Inside.X);
        int units = in.get(UNITS) == 0 ? features : Math.toIntExact(in.get(UNITS));
        Inside inside = new Inside(in, in.get(INIT));
        Parts.End x = inside.port(Inside.X);
        Parts.End sum =
                inside.part("linear", Linear.TYPE, x, inside.drawn("W", units, features), inside.zeros("b", units));
        return inside.done(inside.part("act", Activations.named(in.get(ACTIVATION)), sum));
    }
}

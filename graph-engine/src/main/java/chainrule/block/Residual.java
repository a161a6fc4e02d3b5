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
import chainrule.op.arithmetic.Add;
import chainrule.tensor.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a block makes of its input, added to the input. */
public final class Residual {
    private static final Phrases WORDS = Phrases.of(Residual.class);

    static final Param<Literal> BLOCK = Param.node("block", Dense.TYPE.id())
            .explained("The node inside: a type, or a type with settings; it should give the shape it gets.");

    public static final NodeType TYPE = type(id -> Optional.ofNullable(
            Map.of(Dense.TYPE.id(), Dense.TYPE, Mlp.TYPE.id(), Mlp.TYPE).get(id)));

    private Residual() {}

    private static NodeType type(Function<String, Optional<NodeType>> types) {
        return NodeType.named("residual")
                .label("Residual block")
                .category(Category.BLOCK)
                .inputs(Inside.X)
                .params(BLOCK, Inside.SEED, Inside.WEIGHTS)
                .in(catalog -> type(catalog::find))
                .block("y = x + F(x)", in -> parts(in, types))
                .latex("y = x + F(x)")
                .pytorch("{x} + body({x})")
                .example(Shape.of(3))
                .example(Shape.of(1, 2))
                .example(inner(Settings.of(Dense.ACTIVATION, "tanh")), Shape.of(2, 3))
                .example(inner(Settings.of(Dense.ACTIVATION, "sigmoid")), Shape.of(5, 2))
                .help(Help.of(
                                "Adds its input to what the node inside makes of it, so that the gradient has a way past it.")
                        .history("He, Zhang, Ren and Sun 2015: it made networks of 152 layers learn.")
                        .use("Around every few layers of a deep network; the node inside learns what is missing.")
                        .limits("The node inside has to give the shape it gets; else a projection is needed beside it.")
                        .example(
                                "F(x) = 0.1 · x: y = 1.1 · x, and of a gradient of 1, 1 comes back along the way past F.")
                        .source("He and others, “Deep Residual Learning for Image Recognition”, 2015.")
                        .synonyms("skip connection", "resnet", "shortcut", "highway"))
                .build();
    }

    private static Settings inner(Settings dense) {
        return Settings.of(BLOCK, InnerNode.literal(Dense.TYPE, dense));
    }

    private static Parts parts(Shapes in, Function<String, Optional<NodeType>> types) {
        Inside inside = new Inside(in, "zeros");
        Parts.End x = inside.port(Inside.X);
        return inside.done(inside.part("add", Add.TYPE, x, body(inside, x, types)));
    }

    /** The node that the setting names, fed by an end, which it should leave in its shape. */
    static Parts.End body(Inside inside, Parts.End x, Function<String, Optional<NodeType>> types) {
        Shapes in = inside.in();
        InnerNode inner = InnerNode.of(in, BLOCK, types).seeded(inside.nextSeed());
        String port = inner.onlyInput(in, BLOCK).slot(0);
        Parts.End body = inside.assembly().part("body", inner.type(), inner.settings(), Map.of(port, x));
        Shape before = inside.assembly().shape(x);
        Shape after = inside.assembly().shape(body);
        if (!before.equals(after)) {
            throw in.refusal(
                    WORDS.text("residual.insideMakesKeepShapeSo", inner.type().id(), after, before));
        }
        return body;
    }
}

package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.InPort;
import chainrule.op.Learned;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Initializer;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a block together. Its parameters are made inside: the first that is drawn has the block's seed, the next one the
 * seed after it, and so on.
 */
final class Inside {
    private static final Phrases WORDS = Phrases.of(Inside.class);

    static final Param<Long> SEED = ParamNode.SEED.explained(
            "The seed of the first parameter inside; each further one takes the next. Same seed, same numbers.");
    static final Param<Literal.Group> WEIGHTS = Learned.WEIGHTS;
    static final InPort X = InPort.of("x");

    private final Shapes in;
    private final Assembly assembly;
    private final Settings drawing;
    private long seed;

    /**
     * @param init how weights are drawn
     */
    Inside(Shapes in, String init) {
        this(in, Settings.none().with("init", init));
    }

    /**
     * @param drawing the settings of a parameter that say how weights are drawn
     */
    Inside(Shapes in, Settings drawing) {
        this.in = in;
        this.assembly = new Assembly(in);
        this.drawing = drawing;
        this.seed = in.get(SEED);
    }

    /** The setting that says how weights are drawn. */
    static Param<String> init(String initial) {
        return Param.choice("init", initial, Initializer.ids()).explained("How the weights inside are drawn.");
    }

    Shapes in() {
        return in;
    }

    Assembly assembly() {
        return assembly;
    }

    Parts.End port(InPort port) {
        return assembly.port(port);
    }

    Parts.End part(String name, NodeType type, Parts.End... inputs) {
        return assembly.part(name, type, inputs);
    }

    Parts.End part(String name, NodeType type, Settings settings, Parts.End... inputs) {
        return assembly.part(name, type, settings, inputs);
    }

    /** A weight that is drawn. */
    Parts.End drawn(String name, int... dims) {
        return assembly.source(
                name, ParamNode.TYPE, drawing.with("shape", list(dims)).with("seed", nextSeed()));
    }

    /** A bias, which begins at 0. */
    Parts.End zeros(String name, int... dims) {
        return filled(name, 0, dims);
    }

    /** A factor or bias that begins at the same number everywhere. */
    Parts.End filled(String name, double value, int... dims) {
        Settings settings = value == 0
                ? Settings.none().with("init", "zeros")
                : Settings.none().with("init", "constant").with("value", value);
        return assembly.source(name, ParamNode.TYPE, settings.with("shape", list(dims)));
    }

    /** The seed for the next parameter, which the one after it does not get. */
    long nextSeed() {
        return seed++;
    }

    Parts done(Parts.End result) {
        return assembly.done(result);
    }

    /** The number of elements along the last axis of what reaches a port. */
    static int width(Shapes in, InPort port) {
        Shape shape = in.of(port);
        if (shape.isScalar()) {
            throw in.refusal(port, WORDS.text("inside.numberVectorOrVectorsAlong", port.name()));
        }
        return shape.dim(-1);
    }

    private static List<Integer> list(int... dims) {
        return Arrays.stream(dims).boxed().toList();
    }
}

package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.linear.Transpose;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Select;
import chainrule.op.shape.Stack;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** A recurrent network over a whole sequence: layers on top of each other, in one direction or in both. */
final class Sequences {
    private static final Phrases WORDS = Phrases.of(Sequences.class);

    static final Param<Long> LAYERS =
            Param.integer("layers", 1, 1, 1000).explained("How many layers; each reads what the one below shows.");
    static final Param<Boolean> BIDIRECTIONAL = Param.flag("bidirectional", false)
            .explained("Whether a second set of cells reads from the end, and both are joined.");
    static final Param<Boolean> BATCH_FIRST = Param.flag("batch_first", false)
            .explained("Whether x is batch × time × width and not time × batch × width.");

    private final Inside inside;
    private final CellKind kind;
    private final int hidden;
    private final List<Parts.End> lastStates = new ArrayList<>();
    private final List<Parts.End> lastMemories = new ArrayList<>();
    private int done;

    private Sequences(Shapes in, CellKind kind) {
        this.hidden = Math.toIntExact(in.get(SequenceLayer.HIDDEN));
        this.inside = new Inside(in, SequenceLayer.drawing(hidden));
        this.kind = kind;
    }

    /** Ports, settings and the inside of such a network. */
    static NodeTypeBuilder type(String id, CellKind kind) {
        NodeTypeBuilder type = NodeType.named(id)
                .category(Category.RECURRENT)
                .params(SequenceLayer.HIDDEN, LAYERS, BIDIRECTIONAL, BATCH_FIRST, Inside.SEED, Inside.WEIGHTS);
        return kind.hasMemory()
                ? type.inputs(Inside.X, SequenceLayer.H0, SequenceLayer.C0)
                        .outputs(OutPort.OUT, SequenceLayer.H, SequenceLayer.C)
                : type.inputs(Inside.X, SequenceLayer.H0).outputs(OutPort.OUT, SequenceLayer.H);
    }

    static Parts parts(Shapes in, CellKind kind) {
        return new Sequences(in, kind).parts();
    }

    private Parts parts() {
        Shapes in = inside.in();
        Shape x = in.of(Inside.X);
        if (x.rank() != 2 && x.rank() != 3) {
            throw in.refusal(Inside.X, WORDS.text("sequences.timeWidthOrSuchSequences", x));
        }
        boolean turned = in.get(BATCH_FIRST) && x.rank() == 3;
        Parts.End end = turned ? turned("x_time", inside.port(Inside.X)) : inside.port(Inside.X);
        checkStates(turned ? x.dim(0) : x.rank() == 3 ? x.dim(1) : 0);
        for (int layer = 0; layer < in.get(LAYERS); layer++) {
            end = layer("l" + layer, end);
        }
        Parts.End out = turned ? turned("out", end) : end;
        inside.assembly().out(SequenceLayer.H, together("h", lastStates));
        if (kind.hasMemory()) {
            inside.assembly().out(SequenceLayer.C, together("c", lastMemories));
        }
        return inside.done(out);
    }

    private Parts.End layer(String name, Parts.End end) {
        Parts.End forward = direction(name, end, false);
        if (!inside.in().get(BIDIRECTIONAL)) {
            return forward;
        }
        Parts.End backward = direction(name + "r", end, true);
        return inside.part(name + "_both", Concat.TYPE, Settings.none().with("axis", -1), forward, backward);
    }

    private Parts.End direction(String name, Parts.End end, boolean backward) {
        Settings settings = Settings.of(SequenceLayer.HIDDEN, (long) hidden)
                .with(SequenceLayer.BACKWARD, backward)
                .with(Inside.SEED, inside.in().get(Inside.SEED) + 2L * done);
        java.util.Map<String, Parts.End> inputs = new java.util.LinkedHashMap<>();
        inputs.put("x", end);
        for (InPort port : List.of(SequenceLayer.H0, SequenceLayer.C0)) {
            if (inside.in().has(port)) {
                inputs.put(port.name(), own(name, port));
            }
        }
        Parts.End layer = inside.assembly().part(name, SequenceLayer.of(kind), settings, inputs);
        lastStates.add(inside.assembly().output(layer, SequenceLayer.H.name()));
        if (kind.hasMemory()) {
            lastMemories.add(inside.assembly().output(layer, SequenceLayer.C.name()));
        }
        done++;
        return layer;
    }

    /** The first state of one layer in one direction: the whole port where there is one, else one of a stack. */
    private Parts.End own(String name, InPort port) {
        return count() == 1
                ? inside.port(port)
                : inside.part(
                        name + "_" + port.name(), Select.TYPE, Settings.none().with("index", done), inside.port(port));
    }

    private Parts.End together(String name, List<Parts.End> states) {
        return states.size() == 1 ? states.get(0) : inside.part(name, Stack.TYPE, states.toArray(Parts.End[]::new));
    }

    private Parts.End turned(String name, Parts.End end) {
        return inside.part(name, Transpose.TYPE, Settings.none().with("perm", List.of(1, 0, 2)), end);
    }

    private int count() {
        return Math.toIntExact(inside.in().get(LAYERS) * (inside.in().get(BIDIRECTIONAL) ? 2 : 1));
    }

    /** Refuses first states of another shape than those that come out. */
    private void checkStates(int batch) {
        Shape one = batch == 0 ? Shape.of(hidden) : Shape.of(batch, hidden);
        Shape wanted = count() == 1 ? one : batch == 0 ? Shape.of(count(), hidden) : Shape.of(count(), batch, hidden);
        for (InPort port : List.of(SequenceLayer.H0, SequenceLayer.C0)) {
            if (inside.in().has(port) && !inside.in().of(port).equals(wanted)) {
                throw inside.in()
                        .refusal(
                                port,
                                WORDS.text(
                                        "sequences.shapeLastStates",
                                        port.name(),
                                        inside.in().of(port),
                                        wanted));
            }
        }
    }
}

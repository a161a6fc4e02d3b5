package chainrule.block;

import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Map;

/** One layer of a recurrent network in one direction: a cell along the first axis of x. */
final class SequenceLayer {
    static final InPort H0 = InPort.optional("h0");
    static final InPort C0 = InPort.optional("c0");
    static final OutPort H = OutPort.of("h");
    static final OutPort C = OutPort.of("c");
    static final Param<Long> HIDDEN =
            Param.integer("hidden", 8, 1, 1 << 20).explained("How many numbers the state has.");
    static final Param<Boolean> BACKWARD = Param.flag("backward", false);

    private static final Map<CellKind, NodeType> TYPES = Map.of(
            CellKind.RNN, type(CellKind.RNN), CellKind.LSTM, type(CellKind.LSTM), CellKind.GRU, type(CellKind.GRU));

    private SequenceLayer() {}

    static NodeType of(CellKind kind) {
        return java.util.Objects.requireNonNull(TYPES.get(kind));
    }

    /** How weights of a recurrent layer are drawn: evenly from ±1/√hidden. */
    static Settings drawing(long hidden) {
        double bound = 1 / Math.sqrt(hidden);
        return Settings.none().with("init", "uniform").with("low", -bound).with("high", bound);
    }

    private static NodeType type(CellKind kind) {
        return NodeType.named(kind.word() + "_layer")
                .label(kind + " layer")
                .help(Help.of("Takes one cell along a sequence, in one direction; every step has the same weights."))
                .inputs(Inside.X, H0, C0)
                .outputs(OutPort.OUT, H, C)
                .params(HIDDEN, BACKWARD, Inside.SEED, Inside.WEIGHTS)
                .block("h_t = cell(x_t, h_{t−1})", in -> parts(in, kind))
                .build();
    }

    private static Parts parts(Shapes in, CellKind kind) {
        int hidden = Math.toIntExact(in.get(HIDDEN));
        Inside inside = new Inside(in, drawing(hidden));
        Parts.End x = inside.port(Inside.X);
        Map<String, Parts.End> weights = kind.weights(inside, in.of(Inside.X).dim(-1), hidden, "");
        Steps steps = new Steps(inside, "");
        List<Parts.End> elements = Steps.elements(inside, x);
        Shape element = inside.assembly().shape(elements.get(0));
        Parts.End h0 = in.has(H0) ? inside.port(H0) : steps.zeros("h0", element, hidden);
        List<Parts.End> first = List.of(h0);
        if (kind.hasMemory()) {
            first = List.of(h0, in.has(C0) ? inside.port(C0) : steps.zeros("c0", element, hidden));
        }
        Steps.Result result = steps.along(cell(kind, weights), elements, first, in.get(BACKWARD));
        inside.assembly().out(H, result.last().get(0));
        if (kind.hasMemory()) {
            inside.assembly().out(C, result.last().get(1));
        }
        return inside.done(steps.stacked(result));
    }

    /** A cell of a known kind with its weights, to be repeated. */
    static Steps.Repeated cell(CellKind kind, Map<String, Parts.End> weights) {
        List<String> states = kind.hasMemory() ? List.of("h", "c") : List.of("h");
        List<String> nexts =
                kind.hasMemory() ? states : List.of(kind.cell().outputs().get(0).name());
        return new Steps.Repeated(kind.cell(), Settings.none(), weights, states, nexts);
    }
}

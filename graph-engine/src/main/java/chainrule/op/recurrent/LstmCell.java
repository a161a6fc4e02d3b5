package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pairs;
import chainrule.kernel.Sweep;
import chainrule.kernel.View;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Rule;
import chainrule.op.Shapes;
import chainrule.op.activation.Sigmoid;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Add;
import chainrule.op.arithmetic.Mul;
import chainrule.op.linear.Linear;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step of a long short-term memory; the gates stand in the weights in the order i, f, g, o, as in PyTorch. */
public final class LstmCell {
    private static final int GATES = 4;
    private static final InPort X = Cell.X;
    private static final InPort H = Cell.H;
    private static final InPort C = InPort.of("c");
    private static final InPort WX = InPort.of("Wx");
    private static final InPort WH = InPort.of("Wh");
    private static final InPort B = InPort.of("b");
    private static final OutPort NEXT_H = OutPort.of("h");
    private static final OutPort NEXT_C = OutPort.of("c");
    private static final List<OutPort> GATE =
            List.of(OutPort.of("i"), OutPort.of("f"), OutPort.of("g"), OutPort.of("o"));
    private static final Path IN_X = Path.weighted(WX, GATES);
    private static final Path IN_H = Path.weighted(WH, GATES);
    private static final Path IN_WX = Path.weights(X, GATES);
    private static final Path IN_WH = Path.weights(H, GATES);
    private static final Path IN_B = Path.bias(GATES);
    private static final String WEIGHED = "sums";
    private static final String BOUNDED = "tanh_c";
    private static final String DELTAS = "deltas";
    private static final String BEFORE = "memory";
    private static final String SUMS = ", δ = the gradients of the four sums";
    private static final String PUSHED = " in the four sums, through the gates";

    public static final NodeType TYPE = NodeType.named("lstm_cell")
            .label("LSTM cell")
            .category(Category.RECURRENT)
            .inputs(X, H, C, WX, WH, B)
            .outputs(NEXT_H, NEXT_C, GATE.get(0), GATE.get(1), GATE.get(2), GATE.get(3))
            .shapes(LstmCell::shapes)
            .saved(WEIGHED, LstmCell::sums)
            .saved(BOUNDED, in -> in.of(H))
            .saved(DELTAS, LstmCell::sums)
            .saved(BEFORE, in -> in.of(H))
            .prepared(LstmCell::prepare, DELTAS, BEFORE)
            .forward(
                    "y = o · tanh(f · c + i · g), i, f, o = σ(Wx x + Wh h + b), g = tanh(Wx x + Wh h + b)",
                    LstmCell::forward)
            .latex("c' = f \\odot c + i \\odot g, \\quad h' = o \\odot \\tanh c'")
            .vjp(X, "x̄ = δ Wx" + SUMS, k -> Cell.pull(k, k.saved(DELTAS), WX))
            .jvp(X, "ẏ = Wx ẋ" + PUSHED, push(IN_X))
            .vjp(H, "h̄ = δ Wh" + SUMS, k -> Cell.pull(k, k.saved(DELTAS), WH))
            .jvp(H, "ẏ = Wh ḣ" + PUSHED, push(IN_H))
            .vjp(C, "c̄ = f · (gradient of f · c + i · g)", k -> k.copy(k.saved(BEFORE), k.result()))
            .jvp(C, "ẏ = o · (1 − tanh²) · f · ċ", k -> through(k, zeros(k), k.grad()))
            .vjp(WX, "W̄x = δᵀ x" + SUMS, k -> Cell.pullWeights(k, k.saved(DELTAS), X))
            .jvp(WX, "ẏ = Ẇx x" + PUSHED, push(IN_WX))
            .vjp(WH, "W̄h = δᵀ h" + SUMS, k -> Cell.pullWeights(k, k.saved(DELTAS), H))
            .jvp(WH, "ẏ = Ẇh h" + PUSHED, push(IN_WH))
            .vjp(B, "b̄ = Σ δ over the batch" + SUMS, k -> k.map(Functions.SAME, k.saved(DELTAS), k.result()))
            .jvp(B, "ẏ = ḃ" + PUSHED, push(IN_B))
            .opened(LstmCell::parts)
            .pytorch("torch.lstm_cell({x}, ({h}, {c}), {Wx}, {Wh}, {b}, torch.zeros_like({b}))")
            .example(Shape.of(3), Shape.of(2), Shape.of(2), Shape.of(8, 3), Shape.of(8, 2), Shape.of(8))
            .example(Shape.of(1, 2), Shape.of(1, 1), Shape.of(1, 1), Shape.of(4, 2), Shape.of(4, 1), Shape.of(4))
            .example(Shape.of(2, 1), Shape.of(2, 2), Shape.of(2, 2), Shape.of(8, 1), Shape.of(8, 2), Shape.of(8))
            .example(Shape.of(5, 2), Shape.of(5, 2), Shape.of(5, 2), Shape.of(8, 2), Shape.of(8, 2), Shape.of(8))
            .help(Help.of(
                            "One step in time with a memory: gates decide what to forget, what to store and what to show.")
                    .history(
                            "Hochreiter and Schmidhuber 1997, against vanishing gradients; the forget gate came in 2000.")
                    .use("For sequences where something early matters late; the state of the art before transformers.")
                    .limits(
                            "Four times the weights of a simple cell, and steps still have to be taken one after the other.")
                    .example(
                            "f = 1, i = 0, c = 3, o = 0.5: the memory stays 3 and h = 0.5 · tanh 3 = 0.4975; the gradient"
                                    + " passes the memory undiminished.")
                    .source("Hochreiter and Schmidhuber, “Long Short-Term Memory”, Neural Computation 9, 1997.")
                    .synonyms("long short-term memory", "recurrent", "gate", "memory", "sequence", "forget"))
            .build();

    private LstmCell() {}

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        Parts.End input = inside.part("in", Linear.TYPE, inside.port(X), inside.port(WX), inside.port(B));
        Parts.End memory = inside.part("rec", Linear.TYPE, inside.port(H), inside.port(WH));
        Parts.End sums = inside.part("sum", Add.TYPE, input, memory);
        for (int gate = 0; gate < GATES; gate++) {
            String name = GATE.get(gate).name();
            Parts.End sum =
                    Cell.part(inside, "sum_" + name, sums, gate, in.of(H).dim(-1));
            inside.out(GATE.get(gate), inside.part(name, gate == LstmGates.G ? Tanh.TYPE : Sigmoid.TYPE, sum));
        }
        Parts.End kept = inside.part("keep", Mul.TYPE, inside.output("f"), inside.port(C));
        Parts.End written = inside.part("write", Mul.TYPE, inside.output("i"), inside.output("g"));
        Parts.End next = inside.part("c", Add.TYPE, kept, written);
        Parts.End bounded = inside.part("tanh_c", Tanh.TYPE, next);
        return inside.out(NEXT_H, inside.part("h", Mul.TYPE, inside.output("o"), bounded))
                .out(NEXT_C, next)
                .done();
    }

    private static Map<OutPort, Shape> shapes(Shapes in) {
        Shape state = Cell.state(in);
        in.same(H, C);
        Cell.weights(in, WX, X, GATES);
        Cell.weights(in, WH, H, GATES);
        Cell.bias(in, B, GATES);
        Map<OutPort, Shape> shapes = new LinkedHashMap<>();
        shapes.put(NEXT_H, state);
        shapes.put(NEXT_C, state);
        GATE.forEach(gate -> shapes.put(gate, state));
        return shapes;
    }

    /** One product for all gates from x and one from h, then all that is element-wise in one sweep. */
    private static Kernel forward(Binding k) {
        Buffer sums = k.saved(WEIGHED);
        Sweep.Draft sweep = Sweep.over(k.out().size(), k.out());
        Sweep.Value[] gates = new Sweep.Value[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            Sweep.Value sum = sweep.zip(
                    Pairs.PLUS,
                    sweep.read(View.columns(sums, gate, GATES)),
                    sweep.read(View.columns(k.in(B), gate, GATES).repeated()));
            gates[gate] = sweep.map(gate == LstmGates.G ? Functions.TANH : Functions.LOGISTIC, sum);
            sweep.write(gates[gate], k.out(GATE.get(gate)));
        }
        Sweep.Value kept = sweep.zip(Pairs.TIMES, gates[LstmGates.F], sweep.read(k.in(C)));
        Sweep.Value written = sweep.zip(Pairs.TIMES, gates[LstmGates.I], gates[LstmGates.G]);
        Sweep.Value next = sweep.zip(Pairs.PLUS, kept, written);
        Sweep.Value bounded = sweep.map(Functions.TANH, next);
        sweep.write(next, k.out(NEXT_C));
        sweep.write(bounded, k.saved(BOUNDED));
        sweep.write(sweep.zip(Pairs.TIMES, gates[LstmGates.O], bounded), k.out(NEXT_H));
        return Kernel.sequence(
                Cell.sums(k, X, WX, sums),
                k.gemmAdding(Path.rows(k.in(H)), Path.rows(k.in(WH)).transpose(), Path.rows(sums)),
                sweep.kernel());
    }

    /** δ, the gradients of the four sums, side by side as the weights stand; and the gradient of the memory so far. */
    private static Kernel prepare(Binding k) {
        Sweep.Draft sweep = Sweep.over(k.out().size(), k.out());
        Sweep.Value[] gates = new Sweep.Value[GATES];
        for (int gate = 0; gate < GATES; gate++) {
            gates[gate] = sweep.read(k.out(GATE.get(gate)));
        }
        Sweep.Value state = sweep.read(k.grad(NEXT_H));
        Sweep.Value bounded = sweep.read(k.saved(BOUNDED));
        Sweep.Value shown = sweep.zip(Pairs.TANH_SLOPE, bounded, sweep.zip(Pairs.TIMES, state, gates[LstmGates.O]));
        Sweep.Value memory = k.comesBack(NEXT_C) ? sweep.zip(Pairs.PLUS, shown, sweep.read(k.grad(NEXT_C))) : shown;
        Sweep.Value[] reached = {
            sweep.zip(Pairs.TIMES, memory, gates[LstmGates.G]),
            sweep.zip(Pairs.TIMES, memory, sweep.read(k.in(C))),
            sweep.zip(Pairs.TIMES, memory, gates[LstmGates.I]),
            sweep.zip(Pairs.TIMES, state, bounded)
        };
        sweep.write(sweep.zip(Pairs.TIMES, memory, gates[LstmGates.F]), k.saved(BEFORE));
        for (int gate = 0; gate < GATES; gate++) {
            OutPort port = GATE.get(gate);
            Sweep.Value whole =
                    k.comesBack(port) ? sweep.zip(Pairs.PLUS, reached[gate], sweep.read(k.grad(port))) : reached[gate];
            Pairs slope = gate == LstmGates.G ? Pairs.TANH_SLOPE : Pairs.LOGISTIC_SLOPE;
            sweep.write(sweep.zip(slope, gates[gate], whole), View.columns(k.saved(DELTAS), gate, GATES));
        }
        return sweep.kernel();
    }

    private static Shape sums(Shapes in) {
        return in.of(H).with(-1, GATES * in.of(H).dim(-1));
    }

    private static Rule push(Path path) {
        return k -> {
            List<Kernel> steps = new ArrayList<>();
            List<Buffer> sums = zeros(k);
            for (int gate = 0; gate < GATES; gate++) {
                steps.add(path.push(k, gate, sums.get(gate)));
            }
            steps.add(through(k, sums, k.scratch(k.out().shape())));
            return Kernel.sequence(steps.toArray(Kernel[]::new));
        };
    }

    /** From the tangents of the four sums and of the memory so far to those of all outputs. */
    private static Kernel through(Binding k, List<Buffer> sums, Buffer memory) {
        List<Kernel> steps = new ArrayList<>();
        List<Buffer> all = new ArrayList<>(values(k));
        for (int gate = 0; gate < GATES; gate++) {
            Buffer tangent = k.result(GATE.get(gate));
            Cell.Each slope = LstmGates.slope(gate);
            steps.add(Cell.each(
                    k,
                    Cell.Each.of((in, j) -> in[0][j] * slope.at(in, j), in -> in.get(0)
                            .times(slope.on(in))),
                    List.of(sums.get(gate), k.out(GATE.get(gate))),
                    tangent));
            all.add(tangent);
        }
        all.add(memory);
        steps.add(
                Cell.each(k, Cell.Each.of(LstmGates::memoryTangent, LstmGates::memoryTangent), all, k.result(NEXT_C)));
        all.add(k.result(NEXT_C));
        steps.add(Cell.each(k, Cell.Each.of(LstmGates::shownTangent, LstmGates::shownTangent), all, k.result(NEXT_H)));
        return Kernel.sequence(steps.toArray(Kernel[]::new));
    }

    /** The gates, the next memory and the memory so far, in the order of {@link LstmGates}. */
    private static List<Buffer> values(Binding k) {
        List<Buffer> all = new ArrayList<>();
        GATE.forEach(gate -> all.add(k.out(gate)));
        all.add(k.out(NEXT_C));
        all.add(k.in(C));
        return all;
    }

    private static List<Buffer> zeros(Binding k) {
        Shape state = k.in(H).shape();
        return List.of(k.scratch(state), k.scratch(state), k.scratch(state), k.scratch(state));
    }
}

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
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Sigmoid;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Add;
import chainrule.op.arithmetic.Mul;
import chainrule.op.arithmetic.Neg;
import chainrule.op.arithmetic.Shift;
import chainrule.op.linear.Linear;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a gated recurrent unit; the gates stand in the weights in the order r, z, n, and r acts after the matrix
 * product, both as in PyTorch.
 */
public final class GruCell {
    private static final int GATES = 3;
    private static final int R = GruGates.R;
    private static final int Z = GruGates.Z;
    private static final int N = GruGates.N;
    private static final InPort X = Cell.X;
    private static final InPort H = Cell.H;
    private static final InPort WX = InPort.of("Wx");
    private static final InPort WH = InPort.of("Wh");
    private static final InPort BX = InPort.of("bx");
    private static final InPort BH = InPort.of("bh");
    private static final OutPort NEXT = OutPort.of("h");
    private static final List<OutPort> GATE = List.of(OutPort.of("r"), OutPort.of("z"), OutPort.of("n"));
    private static final Path IN_X = Path.weighted(WX, GATES);
    private static final Path IN_H = Path.weighted(WH, GATES);
    private static final Path IN_WX = Path.weights(X, GATES);
    private static final Path IN_WH = Path.weights(H, GATES);
    private static final Path IN_B = Path.bias(GATES);
    private static final String RECALLED = "recalled";
    private static final String OF_X = "sums_x";
    private static final String OF_H = "sums_h";
    private static final String DELTAS_X = "deltas_x";
    private static final String DELTAS_H = "deltas_h";
    private static final String KEPT = "kept";
    private static final String SUMS = ", δ = the gradients of the three sums";
    private static final String PUSHED = " in the three sums, through the gates";

    public static final NodeType TYPE = NodeType.named("gru_cell")
            .label("GRU cell")
            .category(Category.RECURRENT)
            .inputs(X, H, WX, WH, BX, BH)
            .outputs(NEXT, GATE.get(0), GATE.get(1), GATE.get(2))
            .shapes(GruCell::shapes)
            .saved(RECALLED, in -> in.of(H))
            .saved(OF_X, GruCell::sums)
            .saved(OF_H, GruCell::sums)
            .saved(DELTAS_X, GruCell::sums)
            .saved(DELTAS_H, GruCell::sums)
            .saved(KEPT, in -> in.of(H))
            .prepared(GruCell::prepare, DELTAS_X, DELTAS_H, KEPT)
            .forward(
                    "y = (1 − z) · n + z · h, r, z = σ(Wx x + bx + Wh h + bh), n = tanh(Wx x + bx + r · (Wh h + bh))",
                    GruCell::forward)
            .latex("h' = (1 - z) \\odot n + z \\odot h, \\quad n = \\tanh(W_n x + b_{xn} + r \\odot (U_n h + b_{hn}))")
            .vjp(X, "x̄ = δ Wx" + SUMS, k -> Cell.pull(k, k.saved(DELTAS_X), WX))
            .jvp(X, "ẏ = Wx ẋ" + PUSHED, push(IN_X, false))
            .vjp(H, "h̄ = ȳ · z + δ Wh" + SUMS, GruCell::pullState)
            .jvp(H, "ẏ = z · ḣ + Wh ḣ" + PUSHED, push(IN_H, true))
            .vjp(WX, "W̄x = δᵀ x" + SUMS, k -> Cell.pullWeights(k, k.saved(DELTAS_X), X))
            .jvp(WX, "ẏ = Ẇx x" + PUSHED, push(IN_WX, false))
            .vjp(WH, "W̄h = δᵀ h" + SUMS, k -> Cell.pullWeights(k, k.saved(DELTAS_H), H))
            .jvp(WH, "ẏ = Ẇh h" + PUSHED, push(IN_WH, true))
            .vjp(BX, "b̄x = Σ δ over the batch" + SUMS, k -> k.map(Functions.SAME, k.saved(DELTAS_X), k.result()))
            .jvp(BX, "ẏ = ḃx" + PUSHED, push(IN_B, false))
            .vjp(BH, "b̄h = Σ δ over the batch" + SUMS, k -> k.map(Functions.SAME, k.saved(DELTAS_H), k.result()))
            .jvp(BH, "ẏ = ḃh" + PUSHED, push(IN_B, true))
            .opened(GruCell::parts)
            .pytorch("torch.gru_cell({x}, {h}, {Wx}, {Wh}, {bx}, {bh})")
            .example(Shape.of(3), Shape.of(2), Shape.of(6, 3), Shape.of(6, 2), Shape.of(6), Shape.of(6))
            .example(Shape.of(1, 2), Shape.of(1, 1), Shape.of(3, 2), Shape.of(3, 1), Shape.of(3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(2, 2), Shape.of(6, 1), Shape.of(6, 2), Shape.of(6), Shape.of(6))
            .example(Shape.of(5, 2), Shape.of(5, 2), Shape.of(6, 2), Shape.of(6, 2), Shape.of(6), Shape.of(6))
            .help(Help.of(
                            "One step in time with two gates: how much of the old state stays, and how much of it is used.")
                    .history("Cho and others 2014, for translation, as a smaller relative of the LSTM.")
                    .use("Where an LSTM would do, with a quarter less weights and no second state to carry.")
                    .limits("Without a memory apart from the state it counts less well than an LSTM.")
                    .example(
                            "z = 1: y = h, the state stays and the gradient passes whole; z = 0.5, n = 1, h = 0: y = 0.5.")
                    .source("Cho and others, “Learning Phrase Representations using RNN Encoder–Decoder”, 2014.")
                    .synonyms("gated recurrent unit", "recurrent", "gate", "sequence", "reset", "update"))
            .build();

    private GruCell() {}

    private static Parts parts(Shapes in) {
        int length = in.of(H).dim(-1);
        Assembly inside = new Assembly(in);
        Parts.End input = inside.part("in", Linear.TYPE, inside.port(X), inside.port(WX), inside.port(BX));
        Parts.End memory = inside.part("rec", Linear.TYPE, inside.port(H), inside.port(WH), inside.port(BH));
        for (int gate = 0; gate < 2; gate++) {
            String name = GATE.get(gate).name();
            Parts.End fromInput = Cell.part(inside, "in_" + name, input, gate, length);
            Parts.End fromMemory = Cell.part(inside, "rec_" + name, memory, gate, length);
            Parts.End sum = inside.part("sum_" + name, Add.TYPE, fromInput, fromMemory);
            inside.out(GATE.get(gate), inside.part(name, Sigmoid.TYPE, sum));
        }
        Parts.End fresh = Cell.part(inside, "in_n", input, 2, length);
        Parts.End old = Cell.part(inside, "rec_n", memory, 2, length);
        Parts.End reset = inside.part("reset", Mul.TYPE, inside.output("r"), old);
        Parts.End proposed = inside.part("n", Tanh.TYPE, inside.part("sum_n", Add.TYPE, fresh, reset));
        Parts.End negated = inside.part("minus_z", Neg.TYPE, inside.output("z"));
        Parts.End rest = inside.part("one_minus_z", Shift.TYPE, Settings.none().with("offset", 1), negated);
        Parts.End written = inside.part("write", Mul.TYPE, rest, proposed);
        Parts.End kept = inside.part("keep", Mul.TYPE, inside.output("z"), inside.port(H));
        return inside.out(GATE.get(2), proposed)
                .out(NEXT, inside.part("h", Add.TYPE, written, kept))
                .done();
    }

    private static Map<OutPort, Shape> shapes(Shapes in) {
        Shape state = Cell.state(in);
        Cell.weights(in, WX, X, GATES);
        Cell.weights(in, WH, H, GATES);
        Cell.bias(in, BX, GATES);
        Cell.bias(in, BH, GATES);
        Map<OutPort, Shape> shapes = new LinkedHashMap<>();
        shapes.put(NEXT, state);
        GATE.forEach(gate -> shapes.put(gate, state));
        return shapes;
    }

    /** One product for all gates from x and one from h, then all that is element-wise in one sweep. */
    private static Kernel forward(Binding k) {
        Sweep.Draft sweep = Sweep.over(k.out().size(), k.out());
        Sweep.Value r =
                sweep.map(Functions.LOGISTIC, sweep.zip(Pairs.PLUS, sum(k, sweep, true, R), sum(k, sweep, false, R)));
        Sweep.Value z =
                sweep.map(Functions.LOGISTIC, sweep.zip(Pairs.PLUS, sum(k, sweep, true, Z), sum(k, sweep, false, Z)));
        Sweep.Value recalled = sum(k, sweep, false, N);
        Sweep.Value used = sweep.zip(Pairs.TIMES, r, recalled);
        Sweep.Value n = sweep.map(Functions.TANH, sweep.zip(Pairs.PLUS, sum(k, sweep, true, N), used));
        Sweep.Value kept = sweep.zip(Pairs.TIMES, z, sweep.read(k.in(H)));
        Sweep.Value written = sweep.zip(Pairs.MINUS, n, sweep.zip(Pairs.TIMES, z, n));
        sweep.write(recalled, k.saved(RECALLED))
                .write(r, k.out(GATE.get(R)))
                .write(z, k.out(GATE.get(Z)))
                .write(n, k.out(GATE.get(N)))
                .write(sweep.zip(Pairs.PLUS, written, kept), k.out(NEXT));
        return Kernel.sequence(Cell.sums(k, X, WX, k.saved(OF_X)), Cell.sums(k, H, WH, k.saved(OF_H)), sweep.kernel());
    }

    /** The sum of one gate from x or from the state, with its bias. */
    private static Sweep.Value sum(Binding k, Sweep.Draft sweep, boolean ofX, int gate) {
        return sweep.zip(
                Pairs.PLUS,
                sweep.read(View.columns(k.saved(ofX ? OF_X : OF_H), gate, GATES)),
                sweep.read(View.columns(k.in(ofX ? BX : BH), gate, GATES).repeated()));
    }

    /** δ of the sums from x and of those from the state, side by side; and what reaches the state so far past the gates. */
    private static Kernel prepare(Binding k) {
        Sweep.Draft sweep = Sweep.over(k.out().size(), k.out());
        Sweep.Value r = sweep.read(k.out(GATE.get(R)));
        Sweep.Value z = sweep.read(k.out(GATE.get(Z)));
        Sweep.Value n = sweep.read(k.out(GATE.get(N)));
        Sweep.Value state = sweep.read(k.grad(NEXT));
        Sweep.Value kept = sweep.zip(Pairs.TIMES, state, z);
        Sweep.Value ofN = whole(k, sweep, N, sweep.zip(Pairs.MINUS, state, kept));
        Sweep.Value sumN = sweep.zip(Pairs.TANH_SLOPE, n, ofN);
        Sweep.Value change = sweep.zip(Pairs.MINUS, sweep.read(k.in(H)), n);
        Sweep.Value ofZ = whole(k, sweep, Z, sweep.zip(Pairs.TIMES, state, change));
        Sweep.Value sumZ = sweep.zip(Pairs.LOGISTIC_SLOPE, z, ofZ);
        Sweep.Value ofR = whole(k, sweep, R, sweep.zip(Pairs.TIMES, sumN, sweep.read(k.saved(RECALLED))));
        Sweep.Value sumR = sweep.zip(Pairs.LOGISTIC_SLOPE, r, ofR);
        Sweep.Value sumRecalled = sweep.zip(Pairs.TIMES, sumN, r);
        sweep.write(kept, k.saved(KEPT));
        for (String deltas : List.of(DELTAS_X, DELTAS_H)) {
            sweep.write(sumR, View.columns(k.saved(deltas), R, GATES))
                    .write(sumZ, View.columns(k.saved(deltas), Z, GATES))
                    .write(deltas.equals(DELTAS_X) ? sumN : sumRecalled, View.columns(k.saved(deltas), N, GATES));
        }
        return sweep.kernel();
    }

    /** The gradient of a gate: what reaches it inside the cell, and what comes back to it as an output. */
    private static Sweep.Value whole(Binding k, Sweep.Draft sweep, int gate, Sweep.Value inside) {
        OutPort port = GATE.get(gate);
        return k.comesBack(port) ? sweep.zip(Pairs.PLUS, inside, sweep.read(k.grad(port))) : inside;
    }

    private static Kernel pullState(Binding k) {
        return Kernel.sequence(
                k.copy(k.saved(KEPT), k.result()),
                k.gemmAdding(Path.rows(k.saved(DELTAS_H)), Path.rows(k.in(WH)), Path.rows(k.result())));
    }

    private static Shape sums(Shapes in) {
        return in.of(H).with(-1, GATES * in.of(H).dim(-1));
    }

    private static Rule push(Path path, boolean state) {
        return k -> {
            List<Kernel> steps = new ArrayList<>();
            List<Buffer> all = new ArrayList<>(values(k));
            List<Buffer> sums = buffers(k);
            for (int gate = 0; gate < GATES; gate++) {
                steps.add(path.push(k, gate, sums.get(gate)));
            }
            all.addAll(sums);
            for (int gate = 0; gate < GATES; gate++) {
                steps.add(Cell.each(k, GruGates.tangent(gate, state), all, k.result(GATE.get(gate))));
                all.add(k.result(GATE.get(gate)));
            }
            all.add(path == IN_H ? k.grad() : k.scratch(k.out(NEXT).shape()));
            steps.add(Cell.each(k, Cell.Each.of(GruGates::mixedTangent, GruGates::mixedTangent), all, k.result(NEXT)));
            return Kernel.sequence(steps.toArray(Kernel[]::new));
        };
    }

    /** The gates, the state so far, and its weighted sum for n, in the order of {@link GruGates}. */
    private static List<Buffer> values(Binding k) {
        return List.of(k.out(GATE.get(0)), k.out(GATE.get(1)), k.out(GATE.get(2)), k.in(H), k.saved(RECALLED));
    }

    private static List<Buffer> buffers(Binding k) {
        Shape state = k.in(H).shape();
        return List.of(k.scratch(state), k.scratch(state), k.scratch(state));
    }
}

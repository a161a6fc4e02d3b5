package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Logistic;
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
    private static final InPort X = Cell.X;
    private static final InPort H = Cell.H;
    private static final InPort WX = InPort.of("Wx");
    private static final InPort WH = InPort.of("Wh");
    private static final InPort BX = InPort.of("bx");
    private static final InPort BH = InPort.of("bh");
    private static final OutPort NEXT = OutPort.of("h");
    private static final List<OutPort> GATE = List.of(OutPort.of("r"), OutPort.of("z"), OutPort.of("n"));
    private static final Path.Inputs FROM_X = new Path.Inputs(X, WX, BX, GATES);
    private static final Path.Inputs FROM_H = new Path.Inputs(H, WH, BH, GATES);
    private static final Path IN_X = Path.weighted(WX, GATES);
    private static final Path IN_H = Path.weighted(WH, GATES);
    private static final Path IN_WX = Path.weights(X, GATES);
    private static final Path IN_WH = Path.weights(H, GATES);
    private static final Path IN_B = Path.bias(GATES);
    private static final String RECALLED = "recalled";
    private static final String SUMS = ", δ = the gradients of the three sums";
    private static final String PUSHED = " in the three sums, through the gates";

    public static final NodeType TYPE = NodeType.named("gru_cell")
            .label("GRU cell")
            .category(Category.RECURRENT)
            .inputs(X, H, WX, WH, BX, BH)
            .outputs(NEXT, GATE.get(0), GATE.get(1), GATE.get(2))
            .shapes(GruCell::shapes)
            .saved(RECALLED, in -> in.of(H))
            .forward(
                    "y = (1 − z) · n + z · h, r, z = σ(Wx x + bx + Wh h + bh), n = tanh(Wx x + bx + r · (Wh h + bh))",
                    GruCell::forward)
            .latex("h' = (1 - z) \\odot n + z \\odot h, \\quad n = \\tanh(W_n x + b_{xn} + r \\odot (U_n h + b_{hn}))")
            .vjp(X, "x̄ = δ Wx" + SUMS, pull(IN_X, false))
            .jvp(X, "ẏ = Wx ẋ" + PUSHED, push(IN_X, false))
            .vjp(H, "h̄ = ȳ · z + δ Wh" + SUMS, GruCell::pullState)
            .jvp(H, "ẏ = z · ḣ + Wh ḣ" + PUSHED, push(IN_H, true))
            .vjp(WX, "W̄x = δᵀ x" + SUMS, pull(IN_WX, false))
            .jvp(WX, "ẏ = Ẇx x" + PUSHED, push(IN_WX, false))
            .vjp(WH, "W̄h = δᵀ h" + SUMS, pull(IN_WH, true))
            .jvp(WH, "ẏ = Ẇh h" + PUSHED, push(IN_WH, true))
            .vjp(BX, "b̄x = Σ δ over the batch" + SUMS, pull(IN_B, false))
            .jvp(BX, "ẏ = ḃx" + PUSHED, push(IN_B, false))
            .vjp(BH, "b̄h = Σ δ over the batch" + SUMS, pull(IN_B, true))
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

    private static Kernel forward(Binding k) {
        List<Kernel> steps = new ArrayList<>();
        Buffer fromState = k.saved(RECALLED);
        for (int gate = 0; gate < GATES; gate++) {
            Buffer sum = k.out(GATE.get(gate));
            steps.add(Path.sum(k, FROM_X, gate, sum));
            steps.add(Path.sum(k, FROM_H, gate, fromState));
            steps.add(
                    gate == GruGates.N
                            ? Cell.each(k, GruGates::candidate, List.of(k.out(GATE.get(0)), sum, fromState), sum)
                            : k.zip((a, b) -> Logistic.at(a + b), sum, fromState, sum));
        }
        steps.add(Cell.each(k, GruGates::mixed, values(k), k.out(NEXT)));
        return Kernel.sequence(steps.toArray(Kernel[]::new));
    }

    /** Pulls through the gates, then along a path from x or, where r weighs the last sum, from the state. */
    private static Rule pull(Path path, boolean state) {
        return k -> {
            List<Buffer> all = new ArrayList<>(values(k));
            GATE.forEach(gate -> all.add(k.grad(gate)));
            all.add(k.grad(NEXT));
            List<Kernel> steps = new ArrayList<>();
            List<Buffer> deltas = buffers(k);
            for (int gate = 0; gate < GATES; gate++) {
                steps.add(Cell.each(k, GruGates.delta(gate, state), all, deltas.get(gate)));
            }
            steps.add(path.pull(k, deltas));
            return Kernel.sequence(steps.toArray(Kernel[]::new));
        };
    }

    private static Kernel pullState(Binding k) {
        return Kernel.sequence(
                pull(IN_H, true).bind(k),
                k.zip((sum, z, grad) -> sum + z * grad, k.result(), k.out(GATE.get(1)), k.grad(NEXT), k.result()));
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
            steps.add(Cell.each(k, GruGates::mixedTangent, all, k.result(NEXT)));
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

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
    private static final Path.Inputs FROM_X = new Path.Inputs(X, WX, B, GATES);
    private static final Path IN_X = Path.weighted(WX, GATES);
    private static final Path IN_H = Path.weighted(WH, GATES);
    private static final Path IN_WX = Path.weights(X, GATES);
    private static final Path IN_WH = Path.weights(H, GATES);
    private static final Path IN_B = Path.bias(GATES);
    private static final String SUMS = ", δ = the gradients of the four sums";
    private static final String PUSHED = " in the four sums, through the gates";

    public static final NodeType TYPE = NodeType.named("lstm_cell")
            .label("LSTM cell")
            .category(Category.RECURRENT)
            .inputs(X, H, C, WX, WH, B)
            .outputs(NEXT_H, NEXT_C, GATE.get(0), GATE.get(1), GATE.get(2), GATE.get(3))
            .shapes(LstmCell::shapes)
            .forward(
                    "y = o · tanh(f · c + i · g), i, f, o = σ(Wx x + Wh h + b), g = tanh(Wx x + Wh h + b)",
                    LstmCell::forward)
            .latex("c' = f \\odot c + i \\odot g, \\quad h' = o \\odot \\tanh c'")
            .vjp(X, "x̄ = δ Wx" + SUMS, pull(IN_X))
            .jvp(X, "ẏ = Wx ẋ" + PUSHED, push(IN_X))
            .vjp(H, "h̄ = δ Wh" + SUMS, pull(IN_H))
            .jvp(H, "ẏ = Wh ḣ" + PUSHED, push(IN_H))
            .vjp(
                    C,
                    "c̄ = f · (gradient of f · c + i · g)",
                    k -> Cell.each(k, (in, j) -> LstmGates.memory(in, j) * in[LstmGates.F][j], buffers(k), k.result()))
            .jvp(C, "ẏ = o · (1 − tanh²) · f · ċ", k -> through(k, zeros(k), k.grad()))
            .vjp(WX, "W̄x = δᵀ x" + SUMS, pull(IN_WX))
            .jvp(WX, "ẏ = Ẇx x" + PUSHED, push(IN_WX))
            .vjp(WH, "W̄h = δᵀ h" + SUMS, pull(IN_WH))
            .jvp(WH, "ẏ = Ẇh h" + PUSHED, push(IN_WH))
            .vjp(B, "b̄ = Σ δ over the batch" + SUMS, pull(IN_B))
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

    private static Kernel forward(Binding k) {
        List<Kernel> steps = new ArrayList<>();
        for (int gate = 0; gate < GATES; gate++) {
            Buffer sum = k.out(GATE.get(gate));
            steps.add(Path.sum(k, FROM_X, gate, sum));
            steps.add(Path.adding(k, H, WH, gate, sum));
            steps.add(k.map(gate == LstmGates.G ? Math::tanh : Logistic::at, sum, sum));
        }
        List<Buffer> all = values(k);
        steps.add(Cell.each(k, LstmGates::remembered, all, k.out(NEXT_C)));
        steps.add(Cell.each(k, LstmGates::shown, all, k.out(NEXT_H)));
        return Kernel.sequence(steps.toArray(Kernel[]::new));
    }

    private static Rule pull(Path path) {
        return k -> {
            List<Buffer> all = buffers(k);
            List<Kernel> steps = new ArrayList<>();
            List<Buffer> deltas = zeros(k);
            for (int gate = 0; gate < GATES; gate++) {
                steps.add(Cell.each(k, LstmGates.delta(gate), all, deltas.get(gate)));
            }
            steps.add(path.pull(k, deltas));
            return Kernel.sequence(steps.toArray(Kernel[]::new));
        };
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
                    k, (in, j) -> in[0][j] * slope.at(in, j), List.of(sums.get(gate), k.out(GATE.get(gate))), tangent));
            all.add(tangent);
        }
        all.add(memory);
        steps.add(Cell.each(k, LstmGates::memoryTangent, all, k.result(NEXT_C)));
        all.add(k.result(NEXT_C));
        steps.add(Cell.each(k, LstmGates::shownTangent, all, k.result(NEXT_H)));
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

    /** The values, then the gradients of the gates, of the next memory and of the next state. */
    private static List<Buffer> buffers(Binding k) {
        List<Buffer> all = values(k);
        GATE.forEach(gate -> all.add(k.grad(gate)));
        all.add(k.grad(NEXT_C));
        all.add(k.grad(NEXT_H));
        return all;
    }

    private static List<Buffer> zeros(Binding k) {
        Shape state = k.in(H).shape();
        return List.of(k.scratch(state), k.scratch(state), k.scratch(state), k.scratch(state));
    }
}

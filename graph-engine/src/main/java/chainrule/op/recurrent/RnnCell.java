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
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Rule;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Relu;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Add;
import chainrule.op.linear.Linear;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;

/** One step of a simple recurrent network. */
public final class RnnCell {
    private static final InPort X = Cell.X;
    private static final InPort H = Cell.H;
    private static final InPort WXH = InPort.of("Wxh");
    private static final InPort WHH = InPort.of("Whh");
    private static final InPort B = InPort.of("b");
    private static final Param<String> ACTIVATION = Param.choice("activation", "tanh", List.of("tanh", "relu"))
            .explained("What the weighted sum passes through.");
    private static final String SUM = "z";
    private static final String DELTA = "delta";

    public static final NodeType TYPE = NodeType.named("rnn_cell")
            .label("RNN cell")
            .category(Category.RECURRENT)
            .inputs(X, H, WXH, WHH, B)
            .params(ACTIVATION)
            .shape(RnnCell::shape)
            .saved(SUM, Cell::state)
            .saved(DELTA, Cell::state)
            .prepared(k -> slope(k, k.grad(), k.saved(DELTA)), DELTA)
            .forward("y = φ(Wxh x + Whh h + b)", RnnCell::forward)
            .latex("h' = \\varphi(W_{xh} x + W_{hh} h + b)")
            .vjp(X, "x̄ = (ȳ · φ′) Wxh", k -> Cell.pull(k, k.saved(DELTA), WXH))
            .jvp(X, "ẏ = φ′ · Wxh ẋ", push(Path.weighted(WXH, 1)))
            .vjp(H, "h̄ = (ȳ · φ′) Whh", k -> Cell.pull(k, k.saved(DELTA), WHH))
            .jvp(H, "ẏ = φ′ · Whh ḣ", push(Path.weighted(WHH, 1)))
            .vjp(WXH, "W̄xh = (ȳ · φ′)ᵀ x", k -> Cell.pullWeights(k, k.saved(DELTA), X))
            .jvp(WXH, "ẏ = φ′ · Ẇxh x", push(Path.weights(X, 1)))
            .vjp(WHH, "W̄hh = (ȳ · φ′)ᵀ h", k -> Cell.pullWeights(k, k.saved(DELTA), H))
            .jvp(WHH, "ẏ = φ′ · Ẇhh h", push(Path.weights(H, 1)))
            .vjp(B, "b̄ = Σ ȳ · φ′", k -> k.map(Functions.SAME, k.saved(DELTA), k.result()))
            .jvp(B, "ẏ = φ′ · ḃ", push(Path.bias(1)))
            .kink(k -> relu(k) ? k.saved(SUM)::snapshot : () -> Tensor.scalar(1))
            .opened(RnnCell::parts)
            .pytorch("torch.{activation}(F.linear({x}, {Wxh}) + F.linear({h}, {Whh}) + {b})")
            .example(Shape.of(3), Shape.of(2), Shape.of(2, 3), Shape.of(2, 2), Shape.of(2))
            .example(Shape.of(1, 2), Shape.of(1, 3), Shape.of(3, 2), Shape.of(3, 3), Shape.of(3))
            .example(Shape.of(2, 3), Shape.of(2, 2), Shape.of(2, 3), Shape.of(2, 2), Shape.of(2))
            .example(
                    Settings.of(ACTIVATION, "relu"),
                    Shape.of(5, 2),
                    Shape.of(5, 3),
                    Shape.of(3, 2),
                    Shape.of(3, 3),
                    Shape.of(3))
            .help(Help.of("One step in time: mixes what comes now with the state so far into the next state.")
                    .history("Elman 1990, who taught such a network to find words in a stream of letters.")
                    .use("For short sequences, and to see how a gradient travels back through time.")
                    .limits(
                            "Each step multiplies the gradient by Whh and a slope, so over many steps it vanishes or explodes.")
                    .example(
                            "x = 1, h = 0, Wxh = 0.5, Whh = 1, b = 0, tanh, ȳ = 1: y = tanh 0.5 = 0.4621, the gradient of x"
                                    + " is 0.5 · 0.7864 = 0.3932.")
                    .source("Elman, “Finding Structure in Time”, Cognitive Science 14, 1990.")
                    .synonyms("recurrent", "elman", "simple rnn", "sequence", "state", "memory"))
            .build();

    private RnnCell() {}

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        Parts.End input = inside.part("in", Linear.TYPE, inside.port(X), inside.port(WXH), inside.port(B));
        Parts.End memory = inside.part("rec", Linear.TYPE, inside.port(H), inside.port(WHH));
        Parts.End sum = inside.part("sum", Add.TYPE, input, memory);
        return inside.done(inside.part("act", in.get(ACTIVATION).equals("relu") ? Relu.TYPE : Tanh.TYPE, sum));
    }

    private static Shape shape(Shapes in) {
        Shape state = Cell.state(in);
        Cell.weights(in, WXH, X, 1);
        Cell.weights(in, WHH, H, 1);
        Cell.bias(in, B, 1);
        return state;
    }

    /** Two products, then all that is element-wise in one sweep. */
    private static Kernel forward(Binding k) {
        Buffer sum = k.saved(SUM);
        Sweep.Draft sweep = Sweep.over(sum.size(), sum);
        Sweep.Value bias = sweep.read(View.of(k.in(B)).repeated());
        Sweep.Value whole = sweep.zip(Pairs.PLUS, sweep.read(sum), bias);
        sweep.write(whole, sum);
        sweep.write(sweep.map(relu(k) ? Functions.RELU : Functions.TANH, whole), k.out());
        return Kernel.sequence(
                Cell.sums(k, X, WXH, sum),
                k.gemmAdding(Path.rows(k.in(H)), Path.rows(k.in(WHH)).transpose(), Path.rows(sum)),
                sweep.kernel());
    }

    private static Rule push(Path path) {
        return k -> Kernel.sequence(path.push(k, 0, k.result()), slope(k, k.result(), k.result()));
    }

    private static Kernel slope(Binding k, Buffer factor, Buffer result) {
        return k.zip(relu(k) ? Pairs.RELU_SLOPE : Pairs.TANH_SLOPE, k.out(), factor, result);
    }

    private static boolean relu(Binding k) {
        return k.get(ACTIVATION).equals("relu");
    }
}

package chainrule.op.linear;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Unary;
import chainrule.language.Phrases;
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
import chainrule.op.arithmetic.Add;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.function.Function;

/** One neuron: weighted sum, bias, activation; for one example or for each of a batch. */
public final class Neuron {
    private static final Phrases WORDS = Phrases.of(Neuron.class);
    private static final InPort X = InPort.of("x");
    private static final InPort W = InPort.of("w");
    private static final InPort B = InPort.optional("b");
    private static final Param<String> ACTIVATION = Param.choice("activation", "sigmoid", Activation.names())
            .explained("What the weighted sum passes through.");
    private static final String SUM = "z";
    private static final Unary AS_IT_IS = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("neuron")
            .label("Neuron")
            .category(Category.LINEAR)
            .inputs(X, W, B)
            .params(ACTIVATION)
            .shape(Neuron::shape)
            .saved(SUM, Neuron::shape)
            .forward("y = φ(w · x + b)", Neuron::forward)
            .latex("y = \\varphi(w \\cdot x + b)")
            .vjp(X, "x̄ = ȳ · φ′(z) · w", pulled(d -> d, k -> column(k.in(W)).transpose(), k -> rows(k.result())))
            .jvp(X, "ẏ = φ′(z) · (w · ẋ)", pushed(k -> k.gemm(rows(k.grad()), column(k.in(W)), column(k.result()))))
            .vjp(W, "w̄ = Σ ȳ · φ′(z) · x", pulled(Matrix::transpose, k -> rows(k.in(X)), k -> row(k.result())))
            .jvp(W, "ẏ = φ′(z) · (ẇ · x)", pushed(k -> k.gemm(rows(k.in(X)), column(k.grad()), column(k.result()))))
            .vjp(B, "b̄ = Σ ȳ · φ′(z)", k -> slope(k, k.grad(), k.result()))
            .jvp(B, "ẏ = φ′(z) · ḃ", k -> slope(k, k.grad(), k.result()))
            .opened(Neuron::parts)
            .kink(k -> activation(k).kinked() ? k.saved(SUM)::snapshot : () -> Tensor.scalar(1))
            .pytorch("{activation}(F.linear({x}, {w}, {b}))")
            .example(Shape.of(3), Shape.of(3), Shape.scalar())
            .example(Settings.of(ACTIVATION, "tanh"), Shape.of(1, 2), Shape.of(2), Shape.scalar())
            .example(Settings.of(ACTIVATION, "identity"), Shape.of(2, 3), Shape.of(3))
            .example(Settings.of(ACTIVATION, "relu"), Shape.of(5, 3), Shape.of(3), Shape.scalar())
            .example(Settings.of(ACTIVATION, "leaky_relu"), Shape.of(5, 2), Shape.of(2), Shape.scalar())
            .example(Settings.of(ACTIVATION, "silu"), Shape.of(2, 2), Shape.of(2), Shape.scalar())
            .example(Settings.of(ACTIVATION, "softplus"), Shape.of(4), Shape.of(4))
            .help(Help.of("Weighs its inputs, adds them up with a bias, and passes the sum through an activation.")
                    .history(
                            "McCulloch and Pitts drew it in 1943 with a threshold; Rosenblatt made its weights learn in"
                                    + " 1958.")
                    .use(
                            "To see a whole neuron as one node; opened, it is a dot product, an addition and an activation.")
                    .limits("One neuron separates only what a straight line can: it cannot compute XOR.")
                    .example("x = [1, 2], w = [0.5, −0.25], b = 0, sigmoid, ȳ = 1: z = 0, y = 0.5, φ′(z) = 0.25,"
                            + " w̄ = [0.25, 0.5], b̄ = 0.25.")
                    .source("Rosenblatt, “The Perceptron”, Psychological Review 65, 1958.")
                    .synonyms("perceptron", "unit", "logistic regression", "cell"))
            .build();

    private Neuron() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        int length = Vectors.length(in, W);
        if (x.rank() < 1 || x.rank() > 2) {
            throw in.refusal(X, WORDS.text("neuron.vectorOrMatrixOneExample", x));
        }
        if (x.dim(-1) != length) {
            throw in.refusal(W, WORDS.text("neuron.wLengthWAsLong", x, length, x.dim(-1)));
        }
        if (in.has(B) && !in.of(B).isScalar()) {
            throw in.refusal(B, WORDS.text("neuron.bBiasOneNeuronNumber", in.of(B)));
        }
        return x.without(-1);
    }

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        NodeType product = in.of(X).rank() == 1 ? Dot.TYPE : Matmul.TYPE;
        Parts.End sum = inside.part("dot", product, inside.port(X), inside.port(W));
        if (in.has(B)) {
            sum = inside.part("add", Add.TYPE, sum, inside.port(B));
        }
        return inside.done(
                inside.part("act", Activation.named(in.get(ACTIVATION)).type(), sum));
    }

    private static Kernel forward(Binding k) {
        Buffer z = k.saved(SUM);
        Kernel bias = k.has(B) ? k.map(AS_IT_IS, k.in(B), z) : k.fill(0, z);
        Kernel sum = k.gemmAdding(rows(k.in(X)), column(k.in(W)), column(z));
        return Kernel.sequence(bias, sum, k.map(activation(k).value(), z, k.out()));
    }

    /** Pulls the gradient back through the activation, then through one product. */
    private static Rule pulled(
            Function<Matrix, Matrix> delta, Function<Binding, Matrix> factor, Function<Binding, Matrix> result) {
        return k -> {
            Buffer through = k.scratch(k.out().shape());
            Matrix left = delta.apply(column(through));
            return Kernel.sequence(slope(k, k.grad(), through), k.gemm(left, factor.apply(k), result.apply(k)));
        };
    }

    /** Pushes the tangent of the sum, which {@code product} writes, through the activation. */
    private static Rule pushed(Rule product) {
        return k -> Kernel.sequence(product.bind(k), slope(k, k.result(), k.result()));
    }

    private static Kernel slope(Binding k, Buffer factor, Buffer result) {
        Unary slope = activation(k).slope();
        return k.zip(
                Binary.of((f, z) -> f * slope.at(z), (f, z) -> f.times(slope.on(z))), factor, k.saved(SUM), result);
    }

    private static Activation activation(Binding k) {
        return Activation.named(k.get(ACTIVATION));
    }

    private static Matrix rows(Buffer x) {
        return Matrix.of(x, x.size() / x.shape().dim(-1), x.shape().dim(-1));
    }

    private static Matrix column(Buffer buffer) {
        return Matrix.of(buffer, buffer.size(), 1);
    }

    private static Matrix row(Buffer buffer) {
        return Matrix.of(buffer, 1, buffer.size());
    }
}

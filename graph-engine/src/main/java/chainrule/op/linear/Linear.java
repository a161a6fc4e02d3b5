package chainrule.op.linear;

import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Pairs;
import chainrule.kernel.Unary;
import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Add;
import chainrule.tensor.Shape;

/** Dense layer: one weighted sum, plus a bias, for each row of W; any number of leading axes. */
public final class Linear {
    private static final Phrases WORDS = Phrases.of(Linear.class);
    private static final InPort X = InPort.of("x");
    private static final InPort W = InPort.of("W");
    private static final InPort B = InPort.optional("b");
    private static final Unary AS_IT_IS = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("linear")
            .label("Dense layer")
            .category(Category.LINEAR)
            .inputs(X, W, B)
            .shape(Linear::shape)
            .forward("y = x Wᵀ + b", Linear::forward)
            .latex("y = x W^\\top + b")
            .vjp(X, "x̄ = ȳ W", k -> k.gemm(rows(k.grad()), rows(k.in(W)), rows(k.result())))
            .jvp(X, "ẏ = ẋ Wᵀ", k -> k.gemm(rows(k.grad()), rows(k.in(W)).transpose(), rows(k.result())))
            .vjp(W, "W̄ = ȳᵀ x", k -> k.gemm(rows(k.grad()).transpose(), rows(k.in(X)), rows(k.result())))
            .jvp(W, "ẏ = x Ẇᵀ", k -> k.gemm(rows(k.in(X)), rows(k.grad()).transpose(), rows(k.result())))
            .vjp(B, "b̄ = Σ ȳ over the batch", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .jvp(B, "ẏ = ḃ", k -> k.map(AS_IT_IS, k.grad(), k.result()))
            .opened(Linear::parts)
            .pytorch("F.linear({x}, {W}, {b})")
            .example(Shape.of(3), Shape.of(2, 3), Shape.of(2))
            .example(Shape.of(1, 3), Shape.of(2, 3), Shape.of(2))
            .example(Shape.of(2, 3), Shape.of(4, 3))
            .example(Shape.of(5, 3), Shape.of(1, 3), Shape.of(1))
            .example(Shape.of(2, 3, 4), Shape.of(2, 4), Shape.of(2))
            .help(Help.of("A layer of neurons before their activation: a weighted sum and a bias for each row of W.")
                    .history(
                            "Rosenblatt's perceptron of 1958 had one such layer; backpropagation stacked them in 1986.")
                    .use("To mix all features of an example into new ones; the last layer of nearly every network.")
                    .limits("Two of them in a row are one: without an activation between, depth gains nothing.")
                    .example(
                            "x = [1, 2], W = [[3, 4]], b = [0.5]: y = [3 + 8 + 0.5] = [11.5]; with ȳ = [1], x̄ = [3, 4]"
                                    + " and W̄ = [[1, 2]].")
                    .source(
                            "Rumelhart, Hinton and Williams, “Learning Representations by Back-propagating Errors”, 1986.")
                    .synonyms("dense", "fully connected", "affine", "layer", "weights", "perceptron"))
            .build();

    private Linear() {}

    private static Shape shape(Shapes in) {
        Shape x = in.of(X);
        Shape w = in.of(W);
        if (x.isScalar()) {
            throw in.refusal(X, WORDS.text("linear.numberVectorOrVectorsAlong"));
        }
        if (w.rank() != 2) {
            throw in.refusal(W, WORDS.text("linear.wMatrixOneRowFor", w));
        }
        if (x.dim(-1) != w.dim(1)) {
            throw in.refusal(W, WORDS.text("linear.wWNeedsAsMany", x, w));
        }
        if (in.has(B) && !in.of(B).equals(Shape.of(w.dim(0)))) {
            throw in.refusal(B, WORDS.text("linear.bWBVectorOne", in.of(B), w, w.dim(0)));
        }
        return x.with(-1, w.dim(0));
    }

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        Parts.End columns = inside.part("Wt", Transpose.TYPE, inside.port(W));
        Parts.End product = inside.part("product", Matmul.TYPE, inside.port(X), columns);
        return inside.done(in.has(B) ? inside.part("add", Add.TYPE, product, inside.port(B)) : product);
    }

    private static Kernel forward(Binding k) {
        Matrix x = rows(k.in(X));
        Matrix w = rows(k.in(W)).transpose();
        Matrix y = rows(k.out());
        Kernel product = k.gemm(x, w, y);
        return k.has(B) ? Kernel.sequence(product, k.zip(Pairs.PLUS, k.out(), k.in(B), k.out())) : product;
    }

    /** A buffer as a matrix whose rows are the vectors along its last axis. */
    private static Matrix rows(Buffer buffer) {
        int columns = buffer.shape().dim(-1);
        return Matrix.of(buffer, buffer.size() / columns, columns);
    }
}

package chainrule.op.linear;

import static chainrule.op.linear.MatrixPairs.product;

import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Rule;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Matrix product by NumPy's rules: matrices, vectors, and batches of matrices whose leading axes broadcast. */
public final class Matmul {
    private static final Phrases WORDS = Phrases.of(Matmul.class);
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");

    public static final NodeType TYPE = NodeType.named("matmul")
            .label("Matrix product")
            .category(Category.LINEAR)
            .inputs(A, B)
            .shape(Matmul::shape)
            .forward("Y = A B", rule((k, p) -> product(k, p.left(k.in(A)), p.right(k.in(B)), p.product(k.out()))))
            .latex("Y = A B")
            .vjp(
                    A,
                    "Ā = Ȳ Bᵀ",
                    rule((k, p) ->
                            product(k, p.product(k.grad()), p.right(k.in(B)).transpose(), p.left(k.result()))))
            .jvp(A, "Ẏ = Ȧ B", rule((k, p) -> product(k, p.left(k.grad()), p.right(k.in(B)), p.product(k.result()))))
            .vjp(
                    B,
                    "B̄ = Aᵀ Ȳ",
                    rule((k, p) -> product(k, p.left(k.in(A)).transpose(), p.product(k.grad()), p.right(k.result()))))
            .jvp(B, "Ẏ = A Ḃ", rule((k, p) -> product(k, p.left(k.in(A)), p.right(k.grad()), p.product(k.result()))))
            .pytorch("{a} @ {b}")
            .example(Shape.of(2, 3), Shape.of(3, 4))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(3), Shape.of(3, 2))
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.of(1, 2, 3), Shape.of(1, 3, 2))
            .example(Shape.of(2, 2, 3), Shape.of(2, 3, 1))
            .example(Shape.of(5, 2, 3), Shape.of(3, 2))
            .example(Shape.of(2, 3), Shape.of(5, 3, 2))
            .example(Shape.of(3), Shape.of(2, 3, 2))
            .example(Shape.of(2, 2, 3), Shape.of(3))
            .example(Shape.of(2, 1, 2, 3), Shape.of(5, 3, 2))
            .example(Shape.of(2, 1, 1, 2), Shape.of(1, 3, 2, 1))
            .help(Help.of("Multiplies matrices: element (i, j) is the dot product of row i of a and column j of b.")
                    .history("Cayley defined it in 1858; it is where nearly all the work of a network is done.")
                    .use("To apply one linear map to many vectors at once, or to compare all rows with all columns."
                            + " With more than two axes, the last two are the matrix and those before them a batch.")
                    .limits("a needs as many columns as b has rows, and the order of the factors matters. Lengths of"
                            + " batch axes should be equal or 1; a matrix used by the whole batch collects the sum"
                            + " of its gradients.")
                    .example("[[1, 2], [3, 4]] times [1, 1] is [3, 7].")
                    .source("Cayley, “A Memoir on the Theory of Matrices”, 1858.")
                    .synonyms("matrix multiply", "gemm", "mm", "bmm", "batch", "@", "dot"))
            .build();

    private Matmul() {}

    private static Shape shape(Shapes in) {
        Shape a = in.of(A);
        Shape b = in.of(B);
        requireAxes(in, A, b);
        requireAxes(in, B, a);
        if (a.dim(-1) != (b.rank() == 1 ? b.dim(0) : b.dim(-2))) {
            throw in.refusal(B, unequal(a, b));
        }
        Shape before = MatrixPairs.batch(a);
        Shape beside = MatrixPairs.batch(b);
        if (!before.broadcastsWith(beside)) {
            throw in.refusal(B, WORDS.text("matmul.bTheirAxesBeforeMatrix", a, b, before, beside));
        }
        return multiplied(a, b, before.broadcast(beside));
    }

    private static void requireAxes(Shapes in, InPort port, Shape other) {
        if (in.of(port).isScalar()) {
            String name = port.equals(A) ? "A" : "B";
            throw in.refusal(
                    port,
                    WORDS.text("matmul.numberVectorMatrixOrBatch", name, port.equals(A) ? "B" : "A", other, name));
        }
    }

    private static String unequal(Shape a, Shape b) {
        String wanted;
        if (a.rank() > 1) {
            wanted = b.rank() > 1 ? WORDS.text("matmul.needsAsManyColumnsAs") : WORDS.text("matmul.bAsLongAsColumns");
        } else {
            wanted = b.rank() > 1 ? WORDS.text("matmul.asLongAsBRows") : WORDS.text("matmul.theyEquallyLong");
        }
        return WORDS.text("matmul.b", size(a), size(b), wanted);
    }

    private static String size(Shape factor) {
        return factor.rank() == 1 ? WORDS.text("matmul.length", factor) : WORDS.text("matmul.is", factor);
    }

    /** The batch, then the rows of a matrix on the left, then the columns of a matrix on the right. */
    private static Shape multiplied(Shape a, Shape b, Shape batch) {
        IntStream.Builder dims = IntStream.builder();
        Arrays.stream(batch.dims()).forEach(dims);
        if (a.rank() > 1) {
            dims.add(a.dim(-2));
        }
        if (b.rank() > 1) {
            dims.add(b.dim(-1));
        }
        return Shape.of(dims.build().toArray());
    }

    private static Rule rule(BiFunction<Binding, MatrixPairs, Kernel> bound) {
        return k -> bound.apply(k, new MatrixPairs(k.shape(A), k.shape(B)));
    }
}

package chainrule.op.linear;

import chainrule.kernel.Buffer;
import chainrule.kernel.Matrix;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** Matrix product of two matrices, or of a matrix and a vector. */
public final class Matmul {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");

    public static final NodeType TYPE = NodeType.named("matmul")
            .label("Matrix product")
            .category(Category.LINEAR)
            .inputs(A, B)
            .shape(Matmul::shape)
            .forward("Y = A B", k -> k.gemm(left(k.in(A)), right(k.in(B)), product(k.in(A), k.in(B), k.out())))
            .latex("Y = A B")
            .vjp(
                    A,
                    "Ā = Ȳ Bᵀ",
                    k -> k.gemm(
                            product(k.in(A), k.in(B), k.grad()), right(k.in(B)).transpose(), left(k.result())))
            .jvp(A, "Ẏ = Ȧ B", k -> k.gemm(left(k.grad()), right(k.in(B)), product(k.grad(), k.in(B), k.result())))
            .vjp(
                    B,
                    "B̄ = Aᵀ Ȳ",
                    k -> k.gemm(left(k.in(A)).transpose(), product(k.in(A), k.in(B), k.grad()), right(k.result())))
            .jvp(B, "Ẏ = A Ḃ", k -> k.gemm(left(k.in(A)), right(k.grad()), product(k.in(A), k.grad(), k.result())))
            .pytorch("{a} @ {b}")
            .example(Shape.of(2, 3), Shape.of(3, 4))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(3), Shape.of(3, 2))
            .help(Help.of("Multiplies matrices: element (i, j) is the dot product of row i of a and column j of b.")
                    .history("Cayley defined it in 1858; it is where nearly all the work of a network is done.")
                    .use("To apply one linear map to many vectors at once, or to compare all rows with all columns.")
                    .limits("a needs as many columns as b has rows; the order of the factors matters.")
                    .example("[[1, 2], [3, 4]] times [1, 1] is [3, 7].")
                    .source("Cayley, “A Memoir on the Theory of Matrices”, 1858.")
                    .synonyms("matrix multiply", "gemm", "mm", "@", "dot"))
            .build();

    private Matmul() {}

    private static Shape shape(Shapes in) {
        Shape a = in.of(A);
        Shape b = in.of(B);
        if (a.rank() < 1 || a.rank() > 2 || b.rank() < 1 || b.rank() > 2 || a.rank() + b.rank() == 2) {
            throw in.refusal("A is %s and B is %s: a matrix and a matrix, or a matrix and a vector, can be multiplied."
                    .formatted(a, b));
        }
        if (a.dim(-1) != b.dim(0)) {
            throw in.refusal(B, "A is %s and B is %s: A needs as many columns as B has rows.".formatted(a, b));
        }
        if (a.rank() == 1) {
            return Shape.of(b.dim(1));
        }
        return b.rank() == 1 ? Shape.of(a.dim(0)) : Shape.of(a.dim(0), b.dim(1));
    }

    /** The left factor as a matrix: a vector is a row. */
    private static Matrix left(Buffer a) {
        return Matrix.of(a, a.size() / a.shape().dim(-1), a.shape().dim(-1));
    }

    /** The right factor as a matrix: a vector is a column. */
    private static Matrix right(Buffer b) {
        return Matrix.of(b, b.shape().dim(0), b.size() / b.shape().dim(0));
    }

    private static Matrix product(Buffer a, Buffer b, Buffer y) {
        return Matrix.of(y, a.size() / a.shape().dim(-1), b.size() / b.shape().dim(0));
    }
}

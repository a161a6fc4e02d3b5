package chainrule.op.linear;

import chainrule.kernel.Buffer;
import chainrule.kernel.Matrix;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Outer product of two vectors. */
public final class Outer {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");

    public static final NodeType TYPE = NodeType.named("outer")
            .label("Outer product")
            .category(Category.LINEAR)
            .inputs(A, B)
            .shape(in -> Shape.of(Vectors.length(in, A), Vectors.length(in, B)))
            .forward("Y = a bᵀ", k -> k.gemm(column(k.in(A)), row(k.in(B)), table(k.out())))
            .latex("y_{ij} = a_i b_j")
            .vjp(A, "ā = Ȳ b", k -> k.gemm(table(k.grad()), column(k.in(B)), column(k.result())))
            .jvp(A, "Ẏ = ȧ bᵀ", k -> k.gemm(column(k.grad()), row(k.in(B)), table(k.result())))
            .vjp(B, "b̄ = Ȳᵀ a", k -> k.gemm(table(k.grad()).transpose(), column(k.in(A)), column(k.result())))
            .jvp(B, "Ẏ = a ḃᵀ", k -> k.gemm(column(k.in(A)), row(k.grad()), table(k.result())))
            .pytorch("torch.outer({a}, {b})")
            .example(Shape.of(3), Shape.of(2))
            .example(Shape.of(1), Shape.of(5))
            .example(Shape.of(4), Shape.of(4))
            .help(Help.of("Makes a table of two vectors: every element of a times every element of b.")
                    .history(
                            "Grassmann's product of 1844; Hebb's learning rule of 1949 adds one such table to the weights.")
                    .use(
                            "For all pairs of two lists. The weight gradient of a dense layer is one: upstream times input.")
                    .limits(
                            "The table has rank 1: all its rows are multiples of b, so it carries no more than a and b do.")
                    .example("a = [1, 2], b = [3, 4]: Y = [[3, 4], [6, 8]]; with Ȳ = [[1, 0], [0, 1]], ā = [3, 4].")
                    .source("Hebb, “The Organization of Behavior”, 1949.")
                    .synonyms("tensor product", "table", "all pairs", "hebb"))
            .build();

    private Outer() {}

    private static Matrix column(Buffer vector) {
        return Matrix.of(vector, vector.size(), 1);
    }

    private static Matrix row(Buffer vector) {
        return Matrix.of(vector, 1, vector.size());
    }

    private static Matrix table(Buffer y) {
        return Matrix.of(y, y.shape().dim(0), y.shape().dim(1));
    }
}

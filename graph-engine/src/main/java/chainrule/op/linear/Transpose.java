package chainrule.op.linear;

import chainrule.kernel.Walk;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The same numbers with the axes in another order. */
public final class Transpose {
    private static final Phrases WORDS = Phrases.of(Transpose.class);
    private static final InPort X = InPort.of("x");
    private static final Param<List<Integer>> PERM = Param.integers("perm", List.of())
            .explained("Which axis of x comes first, second and so on; empty turns the order round.");

    public static final NodeType TYPE = NodeType.named("transpose")
            .label("Transpose")
            .category(Category.LINEAR)
            .inputs(X)
            .params(PERM)
            .shape(in -> permuted(in.of(X), order(in)))
            .forward("Y = xᵀ", k -> k.gather(k.in(X), positions(k), k.out()))
            .latex("Y = x^\\top")
            .vjp(X, "x̄ = Ȳᵀ", k -> k.scatterAdd(k.grad(), positions(k), k.result()))
            .jvp(X, "Ẏ = ẋᵀ", k -> k.gather(k.grad(), positions(k), k.result()))
            .pytorch("{x}.permute({perm})")
            .example(Shape.of(2, 3))
            .example(Shape.of(1, 5))
            .example(Shape.of(4))
            .example(Settings.of(PERM, List.of(1, 0, 2)), Shape.of(2, 3, 4))
            .example(Settings.of(PERM, List.of(0, -1, 1)), Shape.of(5, 2, 3))
            .help(Help.of("Puts the axes of an array in another order; a matrix is mirrored at its diagonal.")
                    .history("Cayley wrote of the transposed matrix in 1858; backpropagation through a dense layer is a"
                            + " product with it.")
                    .use(
                            "To make rows of columns before a product, or to bring the batch or the time axis to the front.")
                    .limits(
                            "It moves numbers and computes nothing: to change lengths without moving any, take reshape.")
                    .example("[[1, 2, 3], [4, 5, 6]] becomes [[1, 4], [2, 5], [3, 6]]; the gradient goes back the same"
                            + " way.")
                    .source("Cayley, “A Memoir on the Theory of Matrices”, 1858.")
                    .synonyms("permute", "swap axes", "T", "mirror"))
            .build();

    private Transpose() {}

    private static int[] order(Shapes in) {
        Shape x = in.of(X);
        List<Integer> perm = in.get(PERM);
        if (perm.isEmpty()) {
            return reversed(x.rank());
        }
        int[] order = perm.stream().mapToInt(axis -> in.axis(x, axis)).toArray();
        if (order.length != x.rank() || Arrays.stream(order).distinct().count() != x.rank()) {
            throw in.refusal(WORDS.text("transpose.permPermNameEachIts", perm, x, x.rank()));
        }
        return order;
    }

    private static int[] positions(Binding k) {
        Shape x = k.shape(X);
        List<Integer> perm = k.get(PERM);
        int[] order = perm.isEmpty()
                ? reversed(x.rank())
                : perm.stream().mapToInt(a -> a < 0 ? a + x.rank() : a).toArray();
        long[] strides = x.strides();
        long[] permuted = Arrays.stream(order).mapToLong(axis -> strides[axis]).toArray();
        return Walk.positions(permuted(x, order), permuted, 0);
    }

    private static int[] reversed(int rank) {
        return IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
    }

    private static Shape permuted(Shape x, int[] order) {
        return Shape.of(Arrays.stream(order).map(x::dim).toArray());
    }
}

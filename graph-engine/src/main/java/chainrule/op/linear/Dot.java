package chainrule.op.linear;

import chainrule.kernel.Binary;
import chainrule.kernel.Pairs;
import chainrule.op.Assembly;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Mul;
import chainrule.op.reduce.Sum;
import chainrule.tensor.Shape;

/** Dot product of two vectors. */
public final class Dot {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");
    private static final Binary TIMES = Pairs.TIMES;

    public static final NodeType TYPE = NodeType.named("dot")
            .label("Dot product")
            .category(Category.LINEAR)
            .inputs(A, B)
            .shape(in -> Vectors.intoNumber(in, A, B))
            .forward("y = Σ a · b", k -> k.zip(TIMES, k.in(A), k.in(B), k.out()))
            .latex("y = \\sum_i a_i b_i")
            .vjp(A, "ā = ȳ · b", k -> k.zip(TIMES, k.grad(), k.in(B), k.result()))
            .jvp(A, "ẏ = Σ ȧ · b", k -> k.zip(TIMES, k.grad(), k.in(B), k.result()))
            .vjp(B, "b̄ = ȳ · a", k -> k.zip(TIMES, k.grad(), k.in(A), k.result()))
            .jvp(B, "ẏ = Σ ḃ · a", k -> k.zip(TIMES, k.grad(), k.in(A), k.result()))
            .opened(Dot::parts)
            .pytorch("torch.dot({a}, {b})")
            .example(Shape.of(1), Shape.of(1))
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.of(5), Shape.of(5))
            .help(Help.of("Multiplies two vectors element by element and adds up: one number for how well they agree.")
                    .history(
                            "Grassmann and Gibbs brought it into algebra in the 19th century; McCulloch and Pitts made it"
                                    + " the body of the artificial neuron in 1943.")
                    .use("For a weighted score: features times weights. Attention compares queries with keys by it.")
                    .limits(
                            "It grows with the lengths of both vectors; where only the direction counts, take the cosine.")
                    .example("a = [1, 2, 3], b = [0.5, −1, 0.25], ȳ = 2: y = 0.5 − 2 + 0.75 = −0.75, ā = 2 · b ="
                            + " [1, −2, 0.5].")
                    .source(
                            "McCulloch and Pitts, “A Logical Calculus of the Ideas Immanent in Nervous Activity”, 1943.")
                    .synonyms("inner product", "scalar product", "weighted sum", "score"))
            .build();

    private Dot() {}

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        Parts.End products = inside.part("products", Mul.TYPE, inside.port(A), inside.port(B));
        return inside.done(inside.part("sum", Sum.TYPE, products));
    }
}

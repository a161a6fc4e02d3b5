package chainrule.op.linear;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;
import java.util.List;

/** Cosine of the angle between two vectors. */
public final class Cosine {
    private static final InPort A = InPort.of("a");
    private static final InPort B = InPort.of("b");

    /** Shorter vectors count as this long, so that a zero vector gives 0. */
    private static final double LEAST = 1e-8;

    private static final Lane VALUE = Lane.of(
            (in, out) -> out[0] = dot(in[0], in[1]) / (held(in[0]) * held(in[1])),
            in -> dot(in.get(0), in.get(1)).over(held(in.get(0)).times(held(in.get(1)))));

    /** From a vector, the other and an upstream number to the gradient of the vector. */
    private static final Lane PULL = Lane.of(
            (in, out) -> {
                double lengths = held(in[0]) * held(in[1]);
                double back = shrinking(in[0], in[1]);
                for (int i = 0; i < out.length; i++) {
                    out[i] = in[2][0] * (in[1][i] / lengths - back * in[0][i]);
                }
            },
            in -> in.get(2)
                    .times(in.get(1)
                            .over(held(in.get(0)).times(held(in.get(1))))
                            .minus(shrinking(in.get(0), in.get(1)).times(in.get(0)))));

    /** From a vector, the other and the tangent of the vector to the tangent of the cosine. */
    private static final Lane PUSH = Lane.of(
            (in, out) -> {
                double lengths = held(in[0]) * held(in[1]);
                out[0] = dot(in[2], in[1]) / lengths - shrinking(in[0], in[1]) * dot(in[2], in[0]);
            },
            in -> dot(in.get(2), in.get(1))
                    .over(held(in.get(0)).times(held(in.get(1))))
                    .minus(shrinking(in.get(0), in.get(1)).times(dot(in.get(2), in.get(0)))));

    public static final NodeType TYPE = NodeType.named("cosine")
            .label("Cosine similarity")
            .category(Category.LINEAR)
            .inputs(A, B)
            .shape(in -> Vectors.intoNumber(in, A, B))
            .forward("y = a · b / (‖a‖ ‖b‖)", k -> bind(k, VALUE, List.of(k.in(A), k.in(B)), k.out()))
            .latex("y = \\frac{a \\cdot b}{\\lVert a \\rVert \\lVert b \\rVert}")
            .vjp(
                    A,
                    "ā = ȳ · (b / (‖a‖ ‖b‖) − y · a / ‖a‖²)",
                    k -> bind(k, PULL, List.of(k.in(A), k.in(B), k.grad()), k.result()))
            .jvp(
                    A,
                    "ẏ = Σ ȧ · (b / (‖a‖ ‖b‖) − y · a / ‖a‖²)",
                    k -> bind(k, PUSH, List.of(k.in(A), k.in(B), k.grad()), k.result()))
            .vjp(
                    B,
                    "b̄ = ȳ · (a / (‖a‖ ‖b‖) − y · b / ‖b‖²)",
                    k -> bind(k, PULL, List.of(k.in(B), k.in(A), k.grad()), k.result()))
            .jvp(
                    B,
                    "ẏ = Σ ḃ · (a / (‖a‖ ‖b‖) − y · b / ‖b‖²)",
                    k -> bind(k, PUSH, List.of(k.in(B), k.in(A), k.grad()), k.result()))
            .pytorch("F.cosine_similarity({a}, {b}, dim=0)")
            .example(Shape.of(2), Shape.of(2))
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.of(5), Shape.of(5))
            .help(Help.of("How much two vectors point the same way: 1 the same, 0 at right angles, −1 opposite.")
                    .history("Salton's document search ranked texts by it in the 1970s; word embeddings took it over.")
                    .use("To compare embeddings, where the direction carries the meaning and the length does not.")
                    .limits("It does not see lengths; for a zero vector there is no angle, and 0 is taken.")
                    .example(
                            "a = [1, 0], b = [3, 4], ȳ = 1: y = 3 / 5 = 0.6, ā = [0.6, 0.8] − 0.6 · [1, 0] = [0, 0.8].")
                    .source("Salton, Wong and Yang, “A Vector Space Model for Automatic Indexing”, 1975.")
                    .synonyms("angle", "similarity", "embedding", "direction"))
            .build();

    private Cosine() {}

    private static Kernel bind(Binding k, Lane lane, List<Buffer> inputs, Buffer result) {
        return k.lanes(lane, k.shape(A), List.of(0), inputs, result);
    }

    /** How much the cosine falls for each unit by which a grows along itself; 0 where its length is held. */
    private static double shrinking(double[] a, double[] b) {
        double length = held(a);
        return length > LEAST ? dot(a, b) / (length * held(b)) / (length * length) : 0;
    }

    private static double held(double[] v) {
        return Math.max(LEAST, Math.sqrt(dot(v, v)));
    }

    private static Term shrinking(Term a, Term b) {
        Term length = held(a);
        Term falling = dot(a, b).over(length.times(held(b))).over(length.squared());
        return length.above(LEAST).choose(falling, 0);
    }

    private static Term held(Term v) {
        return dot(v, v).sqrt().max(LEAST);
    }

    private static Term dot(Term a, Term b) {
        return a.times(b).sum();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

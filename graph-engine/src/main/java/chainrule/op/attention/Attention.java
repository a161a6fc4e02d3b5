package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Rule;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Softmax;
import chainrule.op.arithmetic.Add;
import chainrule.op.arithmetic.Scale;
import chainrule.op.linear.Matmul;
import chainrule.op.linear.Transpose;
import chainrule.op.source.Constant;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scaled dot-product attention. */
public final class Attention {
    private static final InPort Q = InPort.of("Q");
    private static final InPort K = InPort.of("K");
    private static final InPort V = InPort.of("V");
    private static final OutPort OUT = OutPort.OUT;
    private static final OutPort WEIGHTS = OutPort.of("weights");
    private static final Param<Double> SCALE = Param.number("scale", 0)
            .explained("What scores are multiplied by; 0 stands for 1/√d, d the length of a key.");

    public static final NodeType TYPE = NodeType.named("attention")
            .label("Attention")
            .category(Category.ATTENTION)
            .inputs(Q, K, V)
            .outputs(OUT, WEIGHTS)
            .params(SCALE, Mask.SETTING)
            .shapes(Attention::shapes)
            .forward("y = A V, A = softmax(scale · Q Kᵀ)", Attention::forward)
            .latex("Y = A V, \\quad A = \\operatorname{softmax}\\!\\left(\\frac{Q K^\\top}{\\sqrt{d}}\\right)")
            .vjp(Q, "Q̄ = scale · S̄ K, S̄ = A ⊙ (Ā − Σ A ⊙ Ā), Ā = ȳ Vᵀ", pull(DotProduct.Side.QUERIES))
            .jvp(Q, "ẏ = Ȧ V, Ȧ = A ⊙ (Ṡ − Σ A ⊙ Ṡ), Ṡ = scale · Q̇ Kᵀ", push(DotProduct.Side.QUERIES))
            .vjp(K, "K̄ = scale · S̄ᵀ Q, S̄ = A ⊙ (Ā − Σ A ⊙ Ā), Ā = ȳ Vᵀ", pull(DotProduct.Side.KEYS))
            .jvp(K, "ẏ = Ȧ V, Ȧ = A ⊙ (Ṡ − Σ A ⊙ Ṡ), Ṡ = scale · Q K̇ᵀ", push(DotProduct.Side.KEYS))
            .vjp(V, "V̄ = Aᵀ ȳ", pull(DotProduct.Side.VALUES))
            .jvp(V, "ẏ = A V̇", push(DotProduct.Side.VALUES))
            .opened(Attention::parts)
            .pytorch("F.scaled_dot_product_attention({Q}, {K}, {V}, scale={scale} or None,"
                    + " attn_mask=None if isinstance({mask}, str) else torch.tensor({mask}).bool(),"
                    + " is_causal={mask} == \"causal\")")
            .example(Shape.of(2, 3), Shape.of(4, 3), Shape.of(4, 2))
            .example(Shape.of(1, 2, 2), Shape.of(1, 3, 2), Shape.of(1, 3, 1))
            .example(
                    Settings.of(Mask.SETTING, new Literal.Text("causal")),
                    Shape.of(2, 3, 2),
                    Shape.of(2, 3, 2),
                    Shape.of(2, 3, 2))
            .example(Settings.of(SCALE, 0.3), Shape.of(5, 2, 2), Shape.of(5, 2, 2), Shape.of(5, 2, 2))
            .example(
                    Settings.of(Mask.SETTING, new Literal.Numbers(Tensor.of(Shape.of(2, 3), 1, 0, 1, 0, 1, 0))),
                    Shape.of(2, 2),
                    Shape.of(3, 2),
                    Shape.of(3, 2))
            .help(Help.of(
                            "Each query compares itself with all keys and gets a blend of the values, by how well they fit.")
                    .history(
                            "Vaswani and others built a whole translator of it in 2017, the transformer; the scaling is theirs.")
                    .use("To let every position of a sequence look at every other, however far away.")
                    .limits(
                            "Work and memory grow with the square of the length, and it does not know about order by itself.")
                    .example(
                            "Q = [[1, 0]], K = [[1, 0], [0, 1]], V = [[1], [3]], scale 1: A = [0.7311, 0.2689], y = [[1.5379]].")
                    .source("Vaswani and others, “Attention Is All You Need”, 2017.")
                    .synonyms("self-attention", "transformer", "query", "key", "value", "causal", "mask"))
            .build();

    private Attention() {}

    private static Map<OutPort, Shape> shapes(Shapes in) {
        Shape queries = Positions.of(in, Q);
        Shape keys = Positions.beside(in, K, Q);
        Positions.sameWidth(in, K, Q);
        Shape values = Positions.beside(in, V, Q);
        Positions.sameRows(in, V, K);
        Mask.check(in, queries.dim(-2), keys.dim(-2));
        Map<OutPort, Shape> shapes = new LinkedHashMap<>();
        shapes.put(OUT, queries.with(-1, values.dim(-1)));
        shapes.put(WEIGHTS, queries.with(-1, keys.dim(-2)));
        return shapes;
    }

    private static Parts parts(Shapes in) {
        Shape queries = in.of(Q);
        Assembly inside = new Assembly(in);
        int last = queries.rank() - 1;
        Settings turned = Settings.none().with("perm", queries.rank() == 3 ? List.of(0, 2, 1) : List.of(1, 0));
        Parts.End columns = inside.part("Kt", Transpose.TYPE, turned, inside.port(K));
        Parts.End products = inside.part("products", Matmul.TYPE, inside.port(Q), columns);
        Settings factor = Settings.none().with("factor", scale(in.get(SCALE), queries.dim(-1)));
        Parts.End scores = inside.part("scores", Scale.TYPE, factor, products);
        Optional<Tensor> hidden =
                Mask.hidden(in.settings(), queries.dim(-2), in.of(K).dim(-2));
        if (hidden.isPresent()) {
            Settings value = Settings.none().with("value", new Literal.Numbers(hidden.get()));
            scores = inside.part("masked", Add.TYPE, scores, inside.source("mask", Constant.TYPE, value));
        }
        Parts.End weights = inside.part("weights", Softmax.TYPE, Settings.none().with("axis", last), scores);
        return inside.out(OUT, inside.part("out", Matmul.TYPE, weights, inside.port(V)))
                .out(WEIGHTS, weights)
                .done();
    }

    private static double scale(double setting, int width) {
        return setting == 0 ? DotProduct.scale(width) : setting;
    }

    private static Kernel forward(Binding k) {
        Buffer allowed = k.scratch(k.out(WEIGHTS).shape());
        Mask.write(k.settings(), k.shape(Q).dim(-2), k.shape(K).dim(-2), allowed);
        return core(k).forward(allowed, k.out(OUT));
    }

    private static Rule pull(DotProduct.Side side) {
        return k -> core(k).pull(side, k.grad(OUT), k.grad(WEIGHTS), k.result());
    }

    private static Rule push(DotProduct.Side side) {
        return k -> core(k).push(side, k.grad(), k.result(WEIGHTS), k.result(OUT));
    }

    private static DotProduct core(Binding k) {
        DotProduct.Buffers buffers = new DotProduct.Buffers(k.in(Q), k.in(K), k.in(V), k.out(WEIGHTS));
        return new DotProduct(
                k,
                buffers,
                Positions.count(k.shape(Q)),
                scale(k.get(SCALE), k.shape(Q).dim(-1)));
    }
}

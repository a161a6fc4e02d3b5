package chainrule.op.attention;

import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Formula;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.linear.Linear;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Slice;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Several attentions beside each other, each on a part of the width, between projections. */
public final class MultiHead {
    private static final Phrases WORDS = Phrases.of(MultiHead.class);

    static final Param<Long> HEADS = Param.integer("heads", 1, 1, Integer.MAX_VALUE)
            .explained("How many parts the width is cut into; each attends for itself.");
    static final InPort WO = InPort.of("Wo");
    static final String WEIGHTS = "weights";
    static final String JOINED = "joined";

    /** One side of attention and its projection. */
    enum Projected {
        QUERIES(DotProduct.Side.QUERIES, "Q"),
        KEYS(DotProduct.Side.KEYS, "K"),
        VALUES(DotProduct.Side.VALUES, "V");

        private final DotProduct.Side side;
        private final InPort input;
        private final InPort weights;

        Projected(DotProduct.Side side, String name) {
            this.side = side;
            this.input = InPort.of(name);
            this.weights = InPort.of("W" + name.toLowerCase(java.util.Locale.ROOT));
        }

        DotProduct.Side side() {
            return side;
        }

        InPort input() {
            return input;
        }

        InPort weights() {
            return weights;
        }

        /** The name of the buffer that keeps the projection, head by head. */
        String heads() {
            return "heads of " + input.name();
        }
    }

    private static final InPort Q = Projected.QUERIES.input();
    private static final InPort K = Projected.KEYS.input();
    private static final InPort V = Projected.VALUES.input();

    public static final NodeType TYPE = rules(NodeType.named("multi_head"))
            .label("Multi-head attention")
            .category(Category.ATTENTION)
            .inputs(Q, K, V, Projected.QUERIES.weights(), Projected.KEYS.weights(), Projected.VALUES.weights(), WO)
            .params(HEADS, Mask.SETTING)
            .shape(MultiHead::shape)
            .forward(
                    "y = [attention of each head] Woᵀ, heads cut from Q Wqᵀ, K Wkᵀ, V Wvᵀ", k -> new Heads(k).forward())
            .latex("Y = [\\mathrm{head}_1, \\dots, \\mathrm{head}_h] W_o^\\top, \\quad \\mathrm{head}_i ="
                    + " \\operatorname{attention}(Q W_{q,i}^\\top, K W_{k,i}^\\top, V W_{v,i}^\\top)")
            .opened(MultiHead::parts)
            .pytorch("F.multi_head_attention_forward({Q}.transpose(0, -2), {K}.transpose(0, -2),"
                    + " {V}.transpose(0, -2), embed_dim_to_check={Q}.shape[-1], num_heads={heads},"
                    + " in_proj_weight=torch.cat([{Wq}, {Wk}, {Wv}]), out_proj_weight={Wo}, in_proj_bias=None,"
                    + " bias_k=None, bias_v=None, add_zero_attn=False, dropout_p=0, out_proj_bias=None,"
                    + " attn_mask=torch.ones({Q}.shape[-2], {K}.shape[-2]).triu(1).bool()"
                    + " if {mask} == \"causal\" else None if {mask} == \"none\" else torch.tensor({mask}) == 0"
                    + ")[0].transpose(0, -2)")
            .example(Settings.of(HEADS, 2L), sizes(Shape.of(2, 4), Shape.of(3, 4)))
            .example(sizes(Shape.of(1, 2, 2), Shape.of(1, 2, 2)))
            .example(Settings.of(HEADS, 2L), sizes(Shape.of(2, 2, 2), Shape.of(2, 3, 2)))
            .example(
                    Settings.of(HEADS, 2L).with("mask", new Literal.Text("causal")),
                    sizes(Shape.of(2, 3, 2), Shape.of(2, 3, 2)))
            .example(Settings.of(HEADS, 3L), sizes(Shape.of(5, 1, 3), Shape.of(5, 2, 3)))
            .help(Help.of(
                            "Projects queries, keys and values, lets several heads attend side by side, and mixes their results.")
                    .history("Vaswani and others 2017; one head alone could look at one thing at a time only.")
                    .use("In every layer of a transformer, as a rule with heads of width 64.")
                    .limits(
                            "The width has to divide by the number of heads, and many heads can be cut out without harm.")
                    .example(
                            "Width 4 and 2 heads: each head attends with vectors of length 2, scaled by 1/√2 = 0.7071.")
                    .source("Vaswani and others, “Attention Is All You Need”, section 3.2, 2017.")
                    .synonyms("transformer", "self-attention", "heads", "projection", "mha"))
            .build();

    private MultiHead() {}

    private static NodeTypeBuilder rules(NodeTypeBuilder type) {
        NodeTypeBuilder result = type.saved(WEIGHTS, MultiHead::weights).saved(JOINED, in -> in.of(Q));
        for (Projected p : Projected.values()) {
            String x = p.input().name();
            String w = p.weights().name();
            String bar = Formula.bar(x);
            String dot = Formula.dot(x);
            result = result.saved(p.heads(), heads(p.input()))
                    .vjp(p.input(), bar + " = P\u0304 " + w + ", P\u0304 pulled through the heads", k -> new Heads(k)
                            .pullInput(p))
                    .jvp(p.input(), "ẏ = " + dot + " " + w + "ᵀ, pushed through the heads", k -> new Heads(k)
                            .pushInput(p))
                    .vjp(
                            p.weights(),
                            Formula.bar(w) + " = P\u0304ᵀ " + x + ", P\u0304 pulled through the heads",
                            k -> new Heads(k).pullWeights(p))
                    .jvp(p.weights(), "ẏ = " + x + " " + Formula.dot(w) + "ᵀ, pushed through the heads", k -> new Heads(
                                    k)
                            .pushWeights(p));
        }
        return result.vjp(WO, "W̄o = ȳᵀ [heads]", k -> new Heads(k).pullMixer())
                .jvp(WO, "ẏ = [heads] Ẇoᵀ", k -> new Heads(k).pushMixer());
    }

    private static Parts parts(Shapes in) {
        Assembly inside = new Assembly(in);
        for (Projected p : Projected.values()) {
            inside.part(p.side().part(), Linear.TYPE, inside.port(p.input()), inside.port(p.weights()));
        }
        int heads = Math.toIntExact(in.get(HEADS));
        int width = in.of(Q).dim(-1) / heads;
        Settings mask = Settings.of(Mask.SETTING, in.get(Mask.SETTING));
        Parts.End[] blends = new Parts.End[heads];
        for (int head = 0; head < heads; head++) {
            Settings cut =
                    Settings.none().with("axis", -1).with("start", head * width).with("stop", (head + 1) * width);
            List<Parts.End> sides = new ArrayList<>();
            for (Projected p : Projected.values()) {
                String side = p.side().part();
                sides.add(inside.part(side + head, Slice.TYPE, cut, inside.output(side)));
            }
            blends[head] = inside.part("head" + head, Attention.TYPE, mask, sides.toArray(Parts.End[]::new));
        }
        Parts.End joined = inside.part("joined", Concat.TYPE, Settings.none().with("axis", -1), blends);
        return inside.done(inside.part("mixed", Linear.TYPE, joined, inside.port(WO)));
    }

    private static Shape shape(Shapes in) {
        Shape queries = Positions.of(in, Q);
        int width = queries.dim(-1);
        for (InPort port : List.of(K, V)) {
            Positions.beside(in, port, Q);
            Positions.sameWidth(in, port, Q);
        }
        Positions.sameRows(in, V, K);
        Mask.check(in, queries.dim(-2), in.of(K).dim(-2));
        if (width % in.get(HEADS) != 0) {
            throw in.refusal(WORDS.text("multiHead.headsRowsQHaveLength", in.get(HEADS), width));
        }
        Mask.check(in, queries.dim(-2), in.of(K).dim(-2));
        Shape square = Shape.of(width, width);
        for (InPort port : TYPE.inputs().subList(3, 7)) {
            if (!in.of(port).equals(square)) {
                throw in.refusal(port, WORDS.text("multiHead.rowsLength", port.name(), in.of(port), width, square));
            }
        }
        return queries;
    }

    /** One matrix of positions for each head of each example. */
    private static Function<Shapes, Shape> heads(InPort port) {
        return in -> {
            Shape x = in.of(port);
            int heads = Math.toIntExact(in.get(HEADS));
            return Shape.of(Positions.count(x) * heads, x.dim(-2), x.dim(-1) / heads);
        };
    }

    private static Shape weights(Shapes in) {
        return heads(Q).apply(in).with(-1, in.of(K).dim(-2));
    }

    private static Shape[] sizes(Shape queries, Shape keys) {
        Shape square = Shape.of(queries.dim(-1), queries.dim(-1));
        return new Shape[] {queries, keys, keys, square, square, square, square};
    }

    static int heads(Binding k) {
        return Math.toIntExact(k.get(HEADS));
    }
}

package chainrule.op.attention;

import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Softmax;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Add;
import chainrule.op.linear.Linear;
import chainrule.op.linear.Matmul;
import chainrule.op.shape.Reshape;
import chainrule.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Additive attention: a small network scores how well a query and a key fit. */
public final class AdditiveAttention {
    private static final Phrases WORDS = Phrases.of(AdditiveAttention.class);

    static final InPort QUERY = InPort.of("q");
    static final InPort K = InPort.of("K");
    static final InPort V = InPort.of("V");
    static final InPort WQ = InPort.of("Wq");
    static final InPort WK = InPort.of("Wk");
    static final InPort SCORER = InPort.of("v");
    static final OutPort WEIGHTS = OutPort.of("weights");
    static final String HIDDEN = "hidden";
    private static final String DELTA = ", δ = e\u0304 · v · (1 − tanh²)";
    private static final String BLENDED = ", blended by softmax";

    public static final NodeType TYPE = NodeType.named("additive_attention")
            .label("Additive attention")
            .category(Category.ATTENTION)
            .inputs(QUERY, K, V, WQ, WK, SCORER)
            .outputs(OutPort.OUT, WEIGHTS)
            .shapes(AdditiveAttention::shapes)
            .saved(HIDDEN, AdditiveAttention::hidden)
            .forward("y = softmax(e) V, e = v · tanh(Wq q + Wk K)", k -> new AdditiveScores(k).forward())
            .latex("y = \\sum_j a_j V_j, \\quad a = \\operatorname{softmax}(e), \\quad"
                    + " e_j = v^\\top \\tanh(W_q q + W_k k_j)")
            .vjp(QUERY, "q̄ = Σ δ Wq" + DELTA, k -> new AdditiveScores(k).pullQuery())
            .jvp(QUERY, "ẏ = v · (1 − tanh²) · Wq q̇" + BLENDED, k -> new AdditiveScores(k).pushQuery())
            .vjp(K, "K̄ = δ Wk" + DELTA, k -> new AdditiveScores(k).pullKeys())
            .jvp(K, "ẏ = v · (1 − tanh²) · Wk K̇" + BLENDED, k -> new AdditiveScores(k).pushKeys())
            .vjp(V, "V̄ = aᵀ ȳ", k -> new AdditiveScores(k).pullValues())
            .jvp(V, "ẏ = a V̇", k -> new AdditiveScores(k).pushValues())
            .vjp(WQ, "W̄q = Σ δᵀ q" + DELTA, k -> new AdditiveScores(k).pullQueryWeights())
            .jvp(WQ, "ẏ = v · (1 − tanh²) · Ẇq q" + BLENDED, k -> new AdditiveScores(k).pushQueryWeights())
            .vjp(WK, "W̄k = δᵀ K" + DELTA, k -> new AdditiveScores(k).pullKeyWeights())
            .jvp(WK, "ẏ = v · (1 − tanh²) · Ẇk K" + BLENDED, k -> new AdditiveScores(k).pushKeyWeights())
            .vjp(SCORER, "v̄ = Σ e\u0304 · tanh(Wq q + Wk K)", k -> new AdditiveScores(k).pullScorer())
            .jvp(SCORER, "ẏ = v̇ · tanh(Wq q + Wk K)" + BLENDED, k -> new AdditiveScores(k).pushScorer())
            .opened(AdditiveAttention::parts)
            .pytorch("F.softmax(torch.tanh(F.linear({q}, {Wq}).unsqueeze(-2) + F.linear({K}, {Wk})) @ {v}, dim=-1)"
                    + ".unsqueeze(-2).matmul({V}).squeeze(-2)")
            .example(Shape.of(2), Shape.of(3, 2), Shape.of(3, 2), Shape.of(2, 2), Shape.of(2, 2), Shape.of(2))
            .example(Shape.of(1, 3), Shape.of(1, 2, 2), Shape.of(1, 2, 1), Shape.of(2, 3), Shape.of(2, 2), Shape.of(2))
            .example(Shape.of(2, 2), Shape.of(2, 3, 1), Shape.of(2, 3, 2), Shape.of(3, 2), Shape.of(3, 1), Shape.of(3))
            .example(Shape.of(5, 2), Shape.of(5, 2, 2), Shape.of(5, 2, 2), Shape.of(1, 2), Shape.of(1, 2), Shape.of(1))
            .help(Help.of("Scores each key against the query by a small network, and blends the values by the scores.")
                    .history(
                            "Bahdanau, Cho and Bengio 2014: a translator that looked back at the sentence, word by word.")
                    .use("In a decoder that asks an encoder; query and key may have different lengths.")
                    .limits("For each pair it runs a small network, so a dot product is faster for long sequences.")
                    .example("Equal scores over three values 1, 2, 6: the weights are 1/3 each, and y = 3.")
                    .source(
                            "Bahdanau, Cho and Bengio, “Neural Machine Translation by Jointly Learning to Align and Translate”,"
                                    + " 2014.")
                    .synonyms("bahdanau", "alignment", "concat attention", "decoder", "context"))
            .build();

    private AdditiveAttention() {}

    private static Parts parts(Shapes in) {
        boolean batch = in.of(QUERY).rank() == 2;
        Shape weighed = in.of(K).without(-1);
        Assembly inside = new Assembly(in);
        Parts.End query = inside.part("query", Linear.TYPE, inside.port(QUERY), inside.port(WQ));
        if (batch) {
            query = reshaped(
                    inside, "query_row", query, weighed.dim(0), 1, in.of(SCORER).dim(0));
        }
        Parts.End keys = inside.part("keys", Linear.TYPE, inside.port(K), inside.port(WK));
        Parts.End hidden = inside.part("hidden", Tanh.TYPE, inside.part("sum", Add.TYPE, keys, query));
        Parts.End scores = inside.part("scores", Matmul.TYPE, hidden, inside.port(SCORER));
        Parts.End weights = inside.part("weights", Softmax.TYPE, scores);
        Parts.End row = batch ? reshaped(inside, "weights_row", weights, weighed.dim(0), 1, weighed.dim(1)) : weights;
        Parts.End blend = inside.part("blend", Matmul.TYPE, row, inside.port(V));
        Parts.End out =
                batch ? reshaped(inside, "out", blend, weighed.dim(0), in.of(V).dim(-1)) : blend;
        return inside.out(OutPort.OUT, out).out(WEIGHTS, weights).done();
    }

    private static Parts.End reshaped(Assembly inside, String name, Parts.End end, Integer... dims) {
        return inside.part(name, Reshape.TYPE, Settings.none().with("shape", List.of(dims)), end);
    }

    private static Map<OutPort, Shape> shapes(Shapes in) {
        Shape query = in.of(QUERY);
        Shape keys = Positions.of(in, K);
        if (query.rank() != keys.rank() - 1 || (query.rank() == 2 && query.dim(0) != keys.dim(0))) {
            throw in.refusal(QUERY, WORDS.text("additiveAttention.qKQOneVector", query, keys));
        }
        Shape values = Positions.beside(in, V, K);
        Positions.sameRows(in, V, K);
        int hidden = in.of(SCORER).rank() == 1 ? in.of(SCORER).dim(0) : 0;
        if (hidden == 0) {
            throw in.refusal(SCORER, WORDS.text("additiveAttention.vVector", in.of(SCORER)));
        }
        require(in, WQ, Shape.of(hidden, query.dim(-1)), QUERY);
        require(in, WK, Shape.of(hidden, keys.dim(-1)), K);
        Map<OutPort, Shape> shapes = new LinkedHashMap<>();
        shapes.put(OutPort.OUT, query.with(-1, values.dim(-1)));
        shapes.put(WEIGHTS, keys.without(-1));
        return shapes;
    }

    private static void require(Shapes in, InPort weights, Shape wanted, InPort weighted) {
        if (!in.of(weights).equals(wanted)) {
            throw in.refusal(
                    weights,
                    WORDS.text(
                            "additiveAttention.lengthVLength",
                            weights.name(),
                            in.of(weights),
                            weighted.name(),
                            wanted.dim(1),
                            wanted.dim(0),
                            wanted));
        }
    }

    private static Shape hidden(Shapes in) {
        Shape keys = in.of(K);
        return Shape.of(Positions.count(keys), keys.dim(-2), in.of(SCORER).dim(0));
    }
}

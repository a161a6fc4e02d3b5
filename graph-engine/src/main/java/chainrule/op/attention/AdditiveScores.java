package chainrule.op.attention;

import static chainrule.op.attention.AdditiveAttention.K;
import static chainrule.op.attention.AdditiveAttention.QUERY;
import static chainrule.op.attention.AdditiveAttention.SCORER;
import static chainrule.op.attention.AdditiveAttention.V;
import static chainrule.op.attention.AdditiveAttention.WEIGHTS;
import static chainrule.op.attention.AdditiveAttention.WK;
import static chainrule.op.attention.AdditiveAttention.WQ;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Ternary;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;

/** The rules of additive attention, bound to one use of it: the network that scores, and the blend behind it. */
final class AdditiveScores {
    private static final Unary AS_IT_IS = Functions.SAME;
    private static final Ternary THROUGH =
            Ternary.of((e, v, tanh) -> e * v * (1 - tanh * tanh), (e, v, tanh) -> e.times(v)
                    .times(tanh.squared().rest()));

    private final Binding k;
    private final Buffer tanh;
    private final Shape perKey;
    private final Shape perQuery;
    private final Shape scores;
    private final Blend blend;

    AdditiveScores(Binding k) {
        this.k = k;
        this.tanh = k.saved(AdditiveAttention.HIDDEN);
        this.perKey = tanh.shape();
        this.perQuery = perKey.with(1, 1);
        this.scores = perKey.with(2, 1);
        Blend.Size size =
                new Blend.Size(perKey.dim(0), 1, perKey.dim(1), k.shape(V).dim(-1));
        this.blend = new Blend(k, size, k.out(WEIGHTS), k.in(V), 1);
    }

    Kernel forward() {
        Buffer ofQuery = k.scratch(perQuery);
        Buffer score = k.scratch(scores);
        Buffer allowed = k.scratch(scores);
        return Kernel.sequence(
                k.gemm(rows(k.in(QUERY)), rows(k.in(WQ)).transpose(), rows(ofQuery)),
                k.gemm(rows(k.in(K)), rows(k.in(WK)).transpose(), rows(tanh)),
                k.zip(
                        Binary.of((key, query) -> Math.tanh(key + query), (key, query) -> key.plus(query)
                                .tanh()),
                        tanh,
                        ofQuery,
                        tanh),
                scored(tanh, k.in(SCORER), score),
                k.fill(1, allowed),
                blend.forward(score, allowed, k.out()));
    }

    Kernel pullQuery() {
        return pulled(true, delta -> k.gemm(delta, rows(k.in(WQ)), rows(k.result())));
    }

    Kernel pullQueryWeights() {
        return pulled(true, delta -> k.gemm(delta.transpose(), rows(k.in(QUERY)), rows(k.result())));
    }

    Kernel pullKeys() {
        return pulled(false, delta -> k.gemm(delta, rows(k.in(WK)), rows(k.result())));
    }

    Kernel pullKeyWeights() {
        return pulled(false, delta -> k.gemm(delta.transpose(), rows(k.in(K)), rows(k.result())));
    }

    Kernel pullScorer() {
        Buffer score = k.scratch(scores);
        return Kernel.sequence(pullScores(score), k.gemm(rows(score).transpose(), rows(tanh), rows(k.result())));
    }

    Kernel pullValues() {
        return blend.pullValues(k.grad(OutPort.OUT), k.result());
    }

    Kernel pushQuery() {
        return pushed(perQuery, sum -> k.gemm(rows(k.grad()), rows(k.in(WQ)).transpose(), sum));
    }

    Kernel pushQueryWeights() {
        return pushed(perQuery, sum -> k.gemm(rows(k.in(QUERY)), rows(k.grad()).transpose(), sum));
    }

    Kernel pushKeys() {
        return pushed(perKey, sum -> k.gemm(rows(k.grad()), rows(k.in(WK)).transpose(), sum));
    }

    Kernel pushKeyWeights() {
        return pushed(perKey, sum -> k.gemm(rows(k.in(K)), rows(k.grad()).transpose(), sum));
    }

    Kernel pushScorer() {
        Buffer score = k.scratch(scores);
        return Kernel.sequence(scored(tanh, k.grad(), score), blended(score));
    }

    Kernel pushValues() {
        return blend.pushValues(k.grad(), k.result(WEIGHTS), k.result(OutPort.OUT));
    }

    /** A product with the matrix of the sums under tanh, or of their gradients. */
    private interface Product {
        Kernel with(Matrix sums);
    }

    /** Pulls back to the sums under tanh, adds up over the keys where the query is meant, and multiplies. */
    private Kernel pulled(boolean overKeys, Product product) {
        Buffer score = k.scratch(scores);
        Buffer delta = k.scratch(perKey);
        Buffer summed = overKeys ? k.scratch(perQuery) : delta;
        return Kernel.sequence(
                pullScores(score),
                k.zip(THROUGH, score, k.in(SCORER), tanh, delta),
                overKeys ? k.map(AS_IT_IS, delta, summed) : Kernel.nothing(),
                product.with(rows(summed)));
    }

    private Kernel pullScores(Buffer result) {
        return blend.pullScores(k.grad(OutPort.OUT), k.grad(WEIGHTS), result);
    }

    /** Multiplies into the tangents of the sums under tanh, and pushes them on. */
    private Kernel pushed(Shape shape, Product product) {
        Buffer sum = k.scratch(shape);
        Buffer score = k.scratch(scores);
        return Kernel.sequence(product.with(rows(sum)), k.zip(THROUGH, sum, k.in(SCORER), tanh, score), blended(score));
    }

    private Kernel blended(Buffer score) {
        return blend.pushScores(score, k.result(WEIGHTS), k.result(OutPort.OUT));
    }

    private Kernel scored(Buffer hidden, Buffer scorer, Buffer result) {
        return k.gemm(rows(hidden), rows(scorer).transpose(), rows(result));
    }

    private static Matrix rows(Buffer buffer) {
        int columns = buffer.shape().dim(-1);
        return Matrix.of(buffer, buffer.size() / columns, columns);
    }
}

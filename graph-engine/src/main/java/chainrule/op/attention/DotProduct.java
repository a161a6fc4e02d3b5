package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.op.Binding;

/** Scaled dot-product attention on buffers: softmax(Q Kᵀ · scale) V, for matrices one behind the other. */
final class DotProduct {
    /** The inputs of attention. */
    enum Side {
        QUERIES,
        KEYS,
        VALUES;

        /** What the projection is called when multi-head attention is opened. */
        String part() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The buffers of attention.
     *
     * @param weights softmax of the scores, filled by the forward pass
     */
    record Buffers(Buffer queries, Buffer keys, Buffer values, Buffer weights) {}

    private final Binding k;
    private final Buffers buffers;
    private final Blend.Size size;
    private final Blend blend;

    /**
     * @param count how many matrices each buffer holds
     */
    DotProduct(Binding k, Buffers buffers, int count, double scale) {
        this.k = k;
        this.buffers = buffers;
        this.size = new Blend.Size(
                count,
                buffers.queries().shape().dim(-2),
                buffers.keys().shape().dim(-2),
                buffers.values().shape().dim(-1));
        this.blend = new Blend(k, size, buffers.weights(), buffers.values(), scale);
    }

    /** The scale that keeps scores of vectors of this length from growing with it: 1/√d. */
    static double scale(int length) {
        return 1 / Math.sqrt(length);
    }

    Kernel forward(Buffer allowed, Buffer out) {
        Buffer scores = k.scratch(buffers.weights().shape());
        return Kernel.sequence(scores(buffers.queries(), buffers.keys(), scores), blend.forward(scores, allowed, out));
    }

    /** The gradient of one side. */
    Kernel pull(Side side, Buffer upstream, Buffer upstreamOfWeights, Buffer result) {
        if (side == Side.VALUES) {
            return blend.pullValues(upstream, result);
        }
        Buffer delta = k.scratch(buffers.weights().shape());
        Stack scores = size.weights(delta);
        Kernel product = side == Side.QUERIES
                ? Stack.product(k, scores, vectors(buffers.keys()), vectors(result))
                : Stack.product(k, scores.transpose(), vectors(buffers.queries()), vectors(result));
        return Kernel.sequence(blend.pullScores(upstream, upstreamOfWeights, delta), product);
    }

    /** The tangents of the weights and of the result from that of one side. */
    Kernel push(Side side, Buffer tangent, Buffer ofWeights, Buffer result) {
        if (side == Side.VALUES) {
            return blend.pushValues(tangent, ofWeights, result);
        }
        Buffer moved = k.scratch(buffers.weights().shape());
        Kernel product = side == Side.QUERIES
                ? scores(tangent, buffers.keys(), moved)
                : scores(buffers.queries(), tangent, moved);
        return Kernel.sequence(product, blend.pushScores(moved, ofWeights, result));
    }

    private Kernel scores(Buffer queries, Buffer keys, Buffer result) {
        return Stack.product(k, vectors(queries), vectors(keys).transpose(), size.weights(result));
    }

    private Stack vectors(Buffer buffer) {
        return Stack.of(
                buffer, size.count(), buffer.shape().dim(-2), buffer.shape().dim(-1));
    }
}

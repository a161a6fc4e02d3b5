package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Shares;
import chainrule.op.Binding;

/**
 * From scores to a blend: softmax of each row of scores gives weights A, and the blend is A V. The Jacobian of softmax
 * is symmetric, so that gradients and tangents of scores change alike.
 */
final class Blend {
    /**
     * The sizes of one blend.
     *
     * @param count how many blends stand one behind the other
     * @param rows how many rows of scores each has
     * @param keys how many scores a row has: one for each value
     * @param width the length of a value
     */
    record Size(int count, int rows, int keys, int width) {
        Stack weights(Buffer buffer) {
            return Stack.of(buffer, count, rows, keys);
        }

        Stack values(Buffer buffer) {
            return Stack.of(buffer, count, keys, width);
        }

        Stack blends(Buffer buffer) {
            return Stack.of(buffer, count, rows, width);
        }
    }

    private final Binding k;
    private final Size size;
    private final Buffer weights;
    private final Buffer values;
    private final double scale;

    /**
     * @param scale what the scores are multiplied by
     */
    Blend(Binding k, Size size, Buffer weights, Buffer values, double scale) {
        this.k = k;
        this.size = size;
        this.weights = weights;
        this.values = values;
        this.scale = scale;
    }

    /** Fills the weights and the blend. A score counts where {@code allowed} is not 0. */
    Kernel forward(Buffer scores, Buffer allowed, Buffer out) {
        return Kernel.sequence(k.softmax(shares(), scores, allowed, weights), blended(weights, values, out));
    }

    /** The gradient of the scores. */
    Kernel pullScores(Buffer upstream, Buffer upstreamOfWeights, Buffer result) {
        Buffer all = k.scratch(weights.shape());
        return Kernel.sequence(
                k.copy(upstreamOfWeights, all),
                Stack.productAdding(
                        k, size.blends(upstream), size.values(values).transpose(), size.weights(all)),
                k.softmaxChange(shares(), weights, all, result));
    }

    /** The gradient of the values. */
    Kernel pullValues(Buffer upstream, Buffer result) {
        return Stack.product(k, size.weights(weights).transpose(), size.blends(upstream), size.values(result));
    }

    /** The tangents of the weights and of the blend from that of the scores. */
    Kernel pushScores(Buffer tangent, Buffer ofWeights, Buffer result) {
        return Kernel.sequence(
                k.softmaxChange(shares(), weights, tangent, ofWeights), blended(ofWeights, values, result));
    }

    /** The tangent of the blend from that of the values; the weights do not move. */
    Kernel pushValues(Buffer tangent, Buffer ofWeights, Buffer result) {
        return Kernel.sequence(k.fill(0, ofWeights), blended(weights, tangent, result));
    }

    private Kernel blended(Buffer shares, Buffer held, Buffer out) {
        return Stack.product(k, size.weights(shares), size.values(held), size.blends(out));
    }

    private Shares shares() {
        return new Shares(size.keys(), scale);
    }
}

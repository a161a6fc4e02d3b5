package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.tensor.Shape;
import java.util.List;

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
        return Kernel.sequence(lanes(this::softmax, List.of(scores, allowed), weights), blended(weights, values, out));
    }

    /** The gradient of the scores. */
    Kernel pullScores(Buffer upstream, Buffer upstreamOfWeights, Buffer result) {
        Buffer all = k.scratch(weights.shape());
        return Kernel.sequence(
                k.copy(upstreamOfWeights, all),
                Stack.productAdding(
                        k, size.blends(upstream), size.values(values).transpose(), size.weights(all)),
                lanes(this::change, List.of(weights, all), result));
    }

    /** The gradient of the values. */
    Kernel pullValues(Buffer upstream, Buffer result) {
        return Stack.product(k, size.weights(weights).transpose(), size.blends(upstream), size.values(result));
    }

    /** The tangents of the weights and of the blend from that of the scores. */
    Kernel pushScores(Buffer tangent, Buffer ofWeights, Buffer result) {
        return Kernel.sequence(
                lanes(this::change, List.of(weights, tangent), ofWeights), blended(ofWeights, values, result));
    }

    /** The tangent of the blend from that of the values; the weights do not move. */
    Kernel pushValues(Buffer tangent, Buffer ofWeights, Buffer result) {
        return Kernel.sequence(k.fill(0, ofWeights), blended(weights, tangent, result));
    }

    private Kernel blended(Buffer shares, Buffer held, Buffer out) {
        return Stack.product(k, size.weights(shares), size.values(held), size.blends(out));
    }

    private Kernel lanes(Lane lane, List<Buffer> inputs, Buffer result) {
        return k.lanes(lane, Shape.of(size.count() * size.rows(), size.keys()), List.of(1), inputs, result);
    }

    private void softmax(double[][] in, double[] out) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < out.length; j++) {
            most = in[1][j] == 0 ? most : Math.max(most, scale * in[0][j]);
        }
        double sum = 0;
        for (int j = 0; j < out.length; j++) {
            out[j] = in[1][j] == 0 ? 0 : Math.exp(scale * in[0][j] - most);
            sum += out[j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] /= sum;
        }
    }

    /** From the weights and a direction of them, or of the scaled scores, to how the other moves. */
    private void change(double[][] in, double[] out) {
        double inner = 0;
        for (int j = 0; j < out.length; j++) {
            inner += in[0][j] * in[1][j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] = scale * in[0][j] * (in[1][j] - inner);
        }
    }
}

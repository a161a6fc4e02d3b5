package chainrule.benchmark.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/** The workloads as a SameDiff user would write them. */
final class Graphs {
    private final SameDiff graph;
    private final Arrays arrays;

    Graphs(SameDiff graph, Arrays arrays) {
        this.graph = graph;
        this.arrays = arrays;
    }

    /** The loss. */
    SDVariable named(String name) {
        if (name.startsWith("fan-")) {
            return fan(size(name));
        }
        return switch (name) {
            case "w1-neuron" -> neuron();
            case "w2-xor-mlp" -> xor();
            case "w3-mlp" -> classified(dense("3", relu(dense("2", relu(dense("1", given("x")))))));
            case "w4-lenet" -> lenet();
            case "w5-lstm" -> lstm();
            case "w6-resnet" -> residual();
            case "w7-attention" -> attention();
            default -> chain(size(name));
        };
    }

    private static int size(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private SDVariable neuron() {
        SDVariable sum = given("x").mul(trained("w")).sum().add(trained("b"));
        SDVariable miss = graph.nn().sigmoid(sum).sub(given("t"));
        return miss.mul(miss);
    }

    private SDVariable xor() {
        SDVariable hidden = graph.math().tanh(dense("1", given("x")));
        return graph.loss().sigmoidCrossEntropy(given("t"), dense("2", hidden), weight(), mean(), 0);
    }

    private SDVariable lenet() {
        SDVariable h = pooled(relu(convolved("1", given("x"), arrays.get("c1"), 2)));
        h = pooled(relu(convolved("2", h, arrays.get("c2"), 0)));
        long batch = arrays.get("x").size(0);
        return classified(dense("3", relu(dense("2", relu(dense("1", h.reshape((int) batch, -1)))))));
    }

    /** The gates have the same order on both sides. */
    private SDVariable lstm() {
        LSTMLayerWeights weights = LSTMLayerWeights.builder()
                .weights(graph.var("Wx", arrays.across("Wx")))
                .rWeights(graph.var("Wh", arrays.across("Wh")))
                .bias(graph.var("b", arrays.get("b")))
                .build();
        LSTMLayerConfig shape = LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.NTS)
                .directionMode(LSTMDirectionMode.FWD)
                .gateAct(LSTMActivations.SIGMOID)
                .cellAct(LSTMActivations.TANH)
                .outAct(LSTMActivations.TANH)
                .retFullSequence(false)
                .retLastH(true)
                .retLastC(false)
                .build();
        SDVariable[] last = graph.rnn().lstmLayer(given("x"), weights, shape);
        return classified(dense("1", last[0]));
    }

    private SDVariable residual() {
        SDVariable h = relu(normal("0", given("x")));
        for (int block = 1; block <= 2; block++) {
            SDVariable y = relu(normal(String.valueOf(2 * block - 1), h));
            h = relu(normal(String.valueOf(2 * block), y).add(h));
        }
        return classified(dense("1", h.mean(2, 3)));
    }

    /** Part by part: SameDiff's own batch norm cannot be differentiated. */
    private SDVariable normal(String number, SDVariable x) {
        SDVariable y = convolved(number, x, null, 1);
        SDVariable away = y.sub(y.mean(true, 0, 2, 3));
        SDVariable spread = graph.math().sqrt(away.mul(away).mean(true, 0, 2, 3).add(1e-5));
        return away.div(spread).mul(channels("gamma" + number)).add(channels("beta" + number));
    }

    private SDVariable channels(String name) {
        return graph.var(name, arrays.get(name).reshape(1, -1, 1, 1));
    }

    private SDVariable attention() {
        INDArray x = arrays.get("x");
        int batch = (int) x.size(0);
        int length = (int) x.size(1);
        int depth = (int) x.size(2);
        SDVariable rows = given("x").reshape(batch * length, depth);
        SDVariable q = rows.mmul(across("Wq")).reshape(batch, length, depth);
        SDVariable k = rows.mmul(across("Wk")).reshape(batch, length, depth);
        SDVariable v = rows.mmul(across("Wv")).reshape(batch, length, depth);
        SDVariable scores = graph.linalg().mmul(q, k, false, true, false).mul(1 / Math.sqrt(depth));
        SDVariable mixed = graph.nn().softmax(scores, 2).mmul(v).reshape(batch * length, depth);
        SDVariable out = mixed.mmul(across("Wo")).reshape(batch, length, depth);
        return graph.loss().meanSquaredError(given("t"), out, weight(), mean());
    }

    private SDVariable chain(int length) {
        SDVariable h = trained("x");
        for (int i = 0; i < length; i++) {
            h = graph.math().tanh(h);
        }
        return h;
    }

    private SDVariable fan(int width) {
        SDVariable x = trained("x");
        List<SDVariable> all = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            all.add(graph.math().tanh(x));
        }
        return graph.math().mergeAdd(all.toArray(SDVariable[]::new));
    }

    private SDVariable classified(SDVariable logits) {
        int classes = (int) arrays.get(arrays.has("b3") ? "b3" : "b1").length();
        SDVariable labels = graph.constant("labels", arrays.oneHot("labels", classes));
        return graph.loss().softmaxCrossEntropy(labels, logits, weight(), mean(), 0);
    }

    private SDVariable convolved(String number, SDVariable x, @Nullable INDArray bias, int pad) {
        INDArray kernel = arrays.get("K" + number).permute(2, 3, 1, 0).dup('c');
        Conv2DConfig shape = Conv2DConfig.builder()
                .kH(kernel.size(0))
                .kW(kernel.size(1))
                .pH(pad)
                .pW(pad)
                .dataFormat("NCHW")
                .build();
        SDVariable weights = graph.var("K" + number, kernel);
        return bias == null
                ? graph.cnn().conv2d(x, weights, shape)
                : graph.cnn().conv2d(x, weights, graph.var("c" + number, bias), shape);
    }

    private SDVariable pooled(SDVariable x) {
        return graph.cnn()
                .maxPooling2d(
                        x,
                        Pooling2DConfig.builder()
                                .kH(2)
                                .kW(2)
                                .sH(2)
                                .sW(2)
                                .isNHWC(false)
                                .build());
    }

    private SDVariable dense(String number, SDVariable x) {
        return graph.nn().linear(x, across("W" + number), trained("b" + number));
    }

    private SDVariable relu(SDVariable x) {
        return graph.nn().relu(x, 0);
    }

    private SDVariable across(String name) {
        return graph.var(name, arrays.across(name));
    }

    private SDVariable trained(String name) {
        return graph.var(name, arrays.get(name));
    }

    private SDVariable given(String name) {
        return graph.constant(name, arrays.get(name));
    }

    private SDVariable weight() {
        return graph.constant(1.0f);
    }

    private static LossReduce mean() {
        return LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT;
    }
}

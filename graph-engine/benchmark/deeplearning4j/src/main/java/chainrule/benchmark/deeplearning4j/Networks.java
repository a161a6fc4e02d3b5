package chainrule.benchmark.deeplearning4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The workloads that DL4J has layers for, as networks that begin with the given numbers. */
final class Networks {
    private final Arrays arrays;
    private final ComputationGraphConfiguration.GraphBuilder builder;

    /** A network with what it is trained on. */
    record Task(ComputationGraph network, INDArray features, INDArray labels) {}

    private Networks(String name, Arrays arrays) {
        this.arrays = arrays;
        this.builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Sgd(Rates.of(name)))
                .convolutionMode(ConvolutionMode.Truncate)
                .graphBuilder()
                .addInputs("x");
    }

    /**
     * @throws UnsupportedOperationException where DL4J has no such layers
     */
    static Task named(String name, Arrays arrays) {
        Networks made = new Networks(name, arrays);
        return switch (name) {
            case "w1-neuron" -> made.neuron();
            case "w2-xor-mlp" -> made.xor();
            case "w3-mlp" -> made.mlp();
            case "w4-lenet" -> made.lenet();
            case "w5-lstm" -> made.lstm();
            case "w6-resnet" -> made.residual();
            default -> throw new UnsupportedOperationException("DL4J has no layer for it");
        };
    }

    private Task neuron() {
        output("y", "x", 1, Activation.SIGMOID, LossFunction.MSE);
        ComputationGraph network = built(InputType.feedForward(arrays.get("x").length()));
        network.setParam("y_W", arrays.get("w").reshape(-1, 1));
        network.setParam("y_b", arrays.get("b").reshape(1, 1));
        return new Task(network, arrays.get("x").reshape(1, -1), arrays.get("t").reshape(1, 1));
    }

    private Task xor() {
        dense("1", "x", Activation.TANH);
        output("2", "1", 1, Activation.SIGMOID, LossFunction.XENT);
        ComputationGraph network = built(InputType.feedForward(2));
        begin(network, "1", "2");
        return new Task(network, arrays.get("x"), arrays.get("t"));
    }

    private Task mlp() {
        dense("1", "x", Activation.RELU);
        dense("2", "1", Activation.RELU);
        classes("3", "2");
        ComputationGraph network = built(InputType.feedForward(arrays.get("x").size(1)));
        begin(network, "1", "2", "3");
        return task(network, "b3");
    }

    private Task lenet() {
        convolution("K1", "x", 2, Activation.RELU, true);
        pool("p1", "K1");
        convolution("K2", "p1", 0, Activation.RELU, true);
        pool("p2", "K2");
        dense("1", "p2", Activation.RELU);
        dense("2", "1", Activation.RELU);
        classes("3", "2");
        ComputationGraph network = built(image());
        for (String number : new String[] {"1", "2"}) {
            network.setParam("K" + number + "_W", arrays.get("K" + number));
            network.setParam("K" + number + "_b", arrays.get("c" + number).reshape(1, -1));
        }
        begin(network, "1", "2", "3");
        return task(network, "b3");
    }

    private Task lstm() {
        int state = (int) arrays.get("Wh").size(1);
        LSTM cell = new LSTM.Builder()
                .nOut(state)
                .activation(Activation.TANH)
                .gateActivationFunction(Activation.SIGMOID)
                .build();
        builder.addLayer("lstm", new LastTimeStep(cell), "x");
        classes("1", "lstm");
        INDArray x = arrays.get("x");
        ComputationGraph network = built(InputType.recurrent(x.size(2), x.size(1)));
        network.setParam("lstm_W", gates(arrays.across("Wx"), state));
        network.setParam("lstm_RW", gates(arrays.across("Wh"), state));
        network.setParam("lstm_b", gates(arrays.get("b").reshape(1, -1), state));
        begin(network, "1");
        return new Task(network, x.permute(0, 2, 1).dup('c'), arrays.oneHot("labels", (int)
                arrays.get("b1").length()));
    }

    /** From columns for the gates i, f, g, o to DL4J's g, f, o, i. */
    private static INDArray gates(INDArray columns, int state) {
        INDArray result = Nd4j.create(columns.dataType(), columns.shape());
        int[] from = {2, 1, 3, 0};
        for (int gate = 0; gate < from.length; gate++) {
            result.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * state, (gate + 1) * state))
                    .assign(columns.get(
                            NDArrayIndex.all(), NDArrayIndex.interval(from[gate] * state, (from[gate] + 1) * state)));
        }
        return result;
    }

    private Task residual() {
        String h = activated("0", normal("0", "x"));
        for (int block = 1; block <= 2; block++) {
            String first = activated(String.valueOf(2 * block - 1), normal(String.valueOf(2 * block - 1), h));
            String second = normal(String.valueOf(2 * block), first);
            builder.addVertex("sum" + block, new ElementWiseVertex(ElementWiseVertex.Op.Add), second, h);
            h = activated("sum" + block, "sum" + block);
        }
        builder.addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), h);
        classes("1", "mean");
        ComputationGraph network = built(image());
        for (int i = 0; i < 5; i++) {
            network.setParam("K" + i + "_W", arrays.get("K" + i));
            network.setParam("n" + i + "_gamma", arrays.get("gamma" + i).reshape(1, -1));
            network.setParam("n" + i + "_beta", arrays.get("beta" + i).reshape(1, -1));
        }
        begin(network, "1");
        return task(network, "b1");
    }

    private String normal(String number, String input) {
        convolution("K" + number, input, 1, Activation.IDENTITY, false);
        builder.addLayer(
                "n" + number, new BatchNormalization.Builder().eps(1e-5).build(), "K" + number);
        return "n" + number;
    }

    private String activated(String name, String input) {
        builder.addLayer("relu" + name, new ActivationLayer(Activation.RELU), input);
        return "relu" + name;
    }

    private void dense(String number, String input, Activation activation) {
        builder.addLayer(
                number,
                new DenseLayer.Builder()
                        .nOut(arrays.get("b" + number).length())
                        .activation(activation)
                        .build(),
                input);
    }

    private void classes(String number, String input) {
        output(number, input, arrays.get("b" + number).length(), Activation.SOFTMAX, LossFunction.MCXENT);
    }

    private void output(String name, String input, long size, Activation activation, LossFunction loss) {
        builder.addLayer(
                name,
                new OutputLayer.Builder(loss).nOut(size).activation(activation).build(),
                input);
        builder.setOutputs(name);
    }

    private void convolution(String name, String input, int pad, Activation activation, boolean bias) {
        INDArray kernel = arrays.get(name);
        builder.addLayer(
                name,
                new ConvolutionLayer.Builder((int) kernel.size(2), (int) kernel.size(3))
                        .nOut(kernel.size(0))
                        .padding(pad, pad)
                        .activation(activation)
                        .hasBias(bias)
                        .build(),
                input);
    }

    private void pool(String name, String input) {
        builder.addLayer(
                name,
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build(),
                input);
    }

    private InputType image() {
        INDArray x = arrays.get("x");
        return InputType.convolutional(x.size(2), x.size(3), x.size(1));
    }

    private ComputationGraph built(InputType input) {
        builder.setInputTypes(input);
        ComputationGraph network = new ComputationGraph(builder.build());
        network.init();
        return network;
    }

    private void begin(ComputationGraph network, String... dense) {
        for (String number : dense) {
            network.setParam(number + "_W", arrays.across("W" + number));
            network.setParam(number + "_b", arrays.get("b" + number).reshape(1, -1));
        }
    }

    private Task task(ComputationGraph network, String bias) {
        int classes = (int) arrays.get(bias).length();
        return new Task(network, arrays.get("x"), arrays.oneHot("labels", classes));
    }
}

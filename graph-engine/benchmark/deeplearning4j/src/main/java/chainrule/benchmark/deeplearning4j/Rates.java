package chainrule.benchmark.deeplearning4j;

/** How far a step of each workload goes. */
final class Rates {
    private Rates() {}

    static double of(String name) {
        return switch (name) {
            case "w1-neuron", "w2-xor-mlp", "w7-attention" -> 0.5;
            case "w3-mlp", "w4-lenet", "w6-resnet" -> 0.05;
            default -> name.startsWith("fan-") ? 1e-6 : 0.1;
        };
    }
}

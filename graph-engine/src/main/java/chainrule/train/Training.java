package chainrule.train;

import chainrule.graph.NodeId;
import java.util.List;
import java.util.Map;

/**
 * How a graph is trained.
 *
 * @param optimizer the id of its kind (NODES: {@code sgd}, {@code momentum}, {@code adam} ...)
 * @param rate the learning rate
 * @param optimizerSettings its other numbers, by name
 * @param only the parameters that are updated; empty means all trainable ones
 * @param extras fields that this version keeps but does not use, as JSON text by name
 */
public record Training(
        String optimizer,
        double rate,
        Map<String, Double> optimizerSettings,
        int steps,
        List<NodeId> only,
        Map<String, String> extras) {
    public Training {
        optimizerSettings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(optimizerSettings));
        only = List.copyOf(only);
        extras = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(extras));
    }

    /** What a file without a training block gets: plain gradient descent at rate 0.1 for 100 steps. */
    public static Training standard() {
        return new Training("sgd", 0.1, Map.of(), 100, List.of(), Map.of());
    }

    public Training withSteps(int number) {
        return new Training(optimizer, rate, optimizerSettings, number, only, extras);
    }
}

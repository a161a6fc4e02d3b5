package chainrule.lessons;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.Optional;

/**
 * A value or a gradient that a goal speaks of.
 *
 * @param port the output; empty for a node's first one
 * @param gradient whether its gradient is meant; else its value
 */
public record Quantity(NodeId node, String port, boolean gradient) {
    private static final String GRADIENT = "grad:";

    /** Reads {@code d}, {@code data.x} or {@code grad:w}. */
    static Quantity of(String text) {
        boolean gradient = text.startsWith(GRADIENT);
        String place = gradient ? text.substring(GRADIENT.length()) : text;
        int dot = place.indexOf('.');
        return new Quantity(
                NodeId.of(dot < 0 ? place : place.substring(0, dot)),
                dot < 0 ? "" : place.substring(dot + 1),
                gradient);
    }

    /** Its numbers; empty where they are not computed, or the graph has no such node. */
    Optional<Tensor> in(Situation situation) {
        return situation
                .graph()
                .find(node)
                .map(n -> port.isEmpty() ? n.type().outputs().get(0).name() : port)
                .map(name -> new Source(node, name))
                .flatMap(gradient ? situation::gradient : situation::value);
    }
}

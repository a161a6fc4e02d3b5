package chainrule.graph;

import org.jspecify.annotations.Nullable;

/**
 * A learner's mistake: where it is, and one sentence about it.
 *
 * @param node the node, or null where the graph as a whole is meant
 * @param port the input of the node, or null where the node as a whole is meant
 */
public record Problem(@Nullable NodeId node, @Nullable String port, String sentence) {
    public static Problem at(NodeId node, String sentence) {
        return new Problem(node, null, sentence);
    }

    public static Problem at(Slot slot, String sentence) {
        return new Problem(slot.node(), slot.port(), sentence);
    }

    public static Problem of(String sentence) {
        return new Problem(null, null, sentence);
    }

    /** Whether it is about an input that no edge leads into. */
    public boolean isOpenIn(Graph graph) {
        return node != null
                && port != null
                && graph.has(node)
                && graph.into(new Slot(node, port)).isEmpty();
    }

    /** Place and sentence on one line. */
    public String line() {
        if (node == null) {
            return sentence;
        }
        return (port == null ? node.name() : node + "." + port) + ": " + sentence;
    }
}

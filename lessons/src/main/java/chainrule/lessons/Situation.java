package chainrule.lessons;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.Optional;

/**
 * What a goal is held against: a graph with the numbers of its pass, and where the learner stands. Without a window
 * nothing is selected, and the whole pass is done.
 */
public interface Situation {
    Graph graph();

    /** The value of an output after the whole pass; empty where the graph cannot be run as it is. */
    Optional<Tensor> value(Source source);

    /** The gradient of an output after the whole pass. */
    Optional<Tensor> gradient(Source source);

    /** Whether this node, and nothing else, is selected. */
    default boolean isSelected(NodeId node) {
        return false;
    }

    /** Whether this edge, and nothing else, is selected. */
    default boolean isSelected(Slot edge) {
        return false;
    }

    /** Whether the learner stands where the gradient of this edge is known. */
    default boolean hasArrived(Slot edge) {
        return true;
    }

    /** Whether the learner stands at the end of the pass. */
    default boolean isAtEnd() {
        return true;
    }
}

package chainrule.editor.health;

import chainrule.graph.NodeId;
import chainrule.health.Bounds;
import chainrule.tensor.Digits;
import java.util.OptionalDouble;

/**
 * A norm at a place of the graph.
 *
 * @param node where it is
 * @param label what it is the norm of
 * @param known empty where it has not been computed
 */
record Bar(NodeId node, String label, OptionalDouble known) {
    /** The norm; 0 where it is not known. */
    double size() {
        return known.orElse(0);
    }

    Bounds.Verdict verdict(Bounds bounds) {
        return bounds.of(size());
    }

    String written() {
        return Digits.brief(size());
    }
}

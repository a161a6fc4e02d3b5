package chainrule.health;

import chainrule.graph.NodeId;

/** Something about a node that needs attention. */
public sealed interface Vital {
    /** Where it is. */
    NodeId node();

    /** More than the bound of its units or numbers are lost. */
    record Lost(NodeId node, Activity activity) implements Vital {}

    /** The norm of its gradient is beyond a bound. */
    record Norm(NodeId node, double norm, Bounds.Verdict verdict) implements Vital {}
}

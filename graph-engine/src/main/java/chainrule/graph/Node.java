package chainrule.graph;

import chainrule.op.NodeType;
import chainrule.op.Presence;
import chainrule.op.Settings;

/**
 * One node: a name, what kind it is, and how it is set.
 *
 * @param label what the learner calls it, or empty
 */
public record Node(NodeId id, NodeType type, Settings settings, String label) {
    public static Node of(String id, NodeType type) {
        return of(id, type, Settings.none());
    }

    public static Node of(String id, NodeType type, Settings settings) {
        return new Node(NodeId.of(id), type, settings, "");
    }

    public Node with(Settings changed) {
        return new Node(id, type, changed, label);
    }

    /** Taking part in another way: bypassed, muted, or active again. */
    public Node with(Presence presence) {
        return new Node(id, type.with(presence), settings, label);
    }

    public Node withLabel(String text) {
        return new Node(id, type, settings, text);
    }

    public Node withId(NodeId changed) {
        return new Node(changed, type, settings, label);
    }
}

package chainrule.graph;

import chainrule.op.Held;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;

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

    /** Taking part in another way: bypassed, muted, or active again; what was held is let go. */
    public Node with(Presence presence) {
        return new Node(id, type.with(presence), presence == Presence.HELD ? settings : ownSettings(), label);
    }

    /** Giving out these numbers instead of computing. */
    public Node held(Tensor value) {
        return new Node(id, type.with(Presence.HELD), settings.with(Held.VALUE, value), label);
    }

    /** The settings of what it is, without the numbers at which it is held. */
    public Settings ownSettings() {
        return type.presence() == Presence.HELD ? settings.without(Held.VALUE.name()) : settings;
    }

    /** The numbers at which a held node is held, as they are written. */
    public Literal heldAt() {
        return settings.literals().getOrDefault(Held.VALUE.name(), new Literal.Number(0));
    }

    public Node withLabel(String text) {
        return new Node(id, type, settings, text);
    }

    public Node withId(NodeId changed) {
        return new Node(changed, type, settings, label);
    }
}

package chainrule.editor.watch;

import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.train.Condition;
import java.util.Optional;

/** A kind of condition that can be chosen, with what it needs. */
enum Choice {
    NON_FINITE(false, false, 0),
    BELOW(true, true, 1e-3),
    ABOVE(true, true, 10),
    DEAD(true, false, 0),
    SATURATED(true, false, 0),
    RISES(false, false, 0),
    STEP(false, true, 10);

    private static final Phrases WORDS = Phrases.of(Choice.class);
    private final boolean ofNode;
    private final boolean withNumber;
    private final double number;

    Choice(boolean ofNode, boolean withNumber, double number) {
        this.ofNode = ofNode;
        this.withNumber = withNumber;
        this.number = number;
    }

    String words() {
        return WORDS.text("choice." + name());
    }

    boolean isOfNode() {
        return ofNode;
    }

    boolean hasNumber() {
        return withNumber;
    }

    double number() {
        return number;
    }

    /** The condition; empty where it needs a node and there is none. */
    Optional<Condition> condition(Optional<NodeId> node, double bound) {
        return switch (this) {
            case NON_FINITE -> Optional.of(new Condition.NonFinite());
            case BELOW -> node.map(id -> new Condition.GradientBelow(id, bound));
            case ABOVE -> node.map(id -> new Condition.GradientAbove(id, bound));
            case DEAD -> node.map(Condition.DeadUnit::new);
            case SATURATED -> node.map(Condition.SaturatedUnit::new);
            case RISES -> Optional.of(new Condition.LossRises());
            case STEP -> Optional.of(new Condition.AtStep((int) bound));
        };
    }
}

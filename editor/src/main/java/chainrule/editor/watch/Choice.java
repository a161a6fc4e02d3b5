package chainrule.editor.watch;

import chainrule.graph.NodeId;
import chainrule.train.Condition;
import java.util.Optional;

/** A kind of condition that can be chosen, with what it needs. */
enum Choice {
    NON_FINITE("NaN or Infinity", false, false, 0),
    BELOW("gradient below", true, true, 1e-3),
    ABOVE("gradient above", true, true, 10),
    DEAD("dead unit of a ReLU", true, false, 0),
    SATURATED("saturated unit", true, false, 0),
    RISES("loss rises", false, false, 0),
    STEP("training step", false, true, 10);

    private final String words;
    private final boolean ofNode;
    private final boolean withNumber;
    private final double number;

    Choice(String words, boolean ofNode, boolean withNumber, double number) {
        this.words = words;
        this.ofNode = ofNode;
        this.withNumber = withNumber;
        this.number = number;
    }

    String words() {
        return words;
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

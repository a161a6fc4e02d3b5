package chainrule.health;

import chainrule.graph.Node;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How much of an activation is lost to learning: the share of the units of a ReLU that are 0 for every example, or of the
 * numbers of a sigmoid, tanh or softmax that are so near to its limits that its slope is below {@link #FLAT}.
 *
 * @param kind what is counted
 * @param lost how many of them are lost
 * @param of how many there are
 */
public record Activity(Kind kind, int lost, int of) {
    /** The slope below which a curve counts as flat. */
    public static final double FLAT = 0.01;

    /** What a type of activation suffers from. */
    public enum Kind {
        /** Units of a ReLU that are 0 for every example. */
        DEAD,
        /** Numbers of a sigmoid or a tanh where its slope is below {@link #FLAT}. */
        SATURATED,
        /** Shares of a softmax one of which takes all, up to a slope below {@link #FLAT}. */
        DECIDED
    }

    /** The share that is lost, from 0 to 1. */
    public double share() {
        return of == 0 ? 0 : lost / (double) of;
    }

    /** The activity of a node with a value; empty where its type neither dies nor saturates. */
    public static Optional<Activity> of(Node node, Tensor value) {
        return switch (node.type().id()) {
            case "relu" ->
                Optional.of(new Activity(Kind.DEAD, Units.such(value, y -> y <= 0), Units.count(value.shape())));
            case "sigmoid" -> Optional.of(saturated(value, y -> y * (1 - y)));
            case "tanh" -> Optional.of(saturated(value, y -> 1 - y * y));
            case "softmax" -> Optional.of(decided(value, axis(node)));
            default -> Optional.empty();
        };
    }

    private static Activity saturated(Tensor value, DoubleUnaryOperator slope) {
        int lost = 0;
        for (int i = 0; i < value.size(); i++) {
            lost += slope.applyAsDouble(value.at(i)) < FLAT ? 1 : 0;
        }
        return new Activity(Kind.SATURATED, lost, value.size());
    }

    /** Counts the lanes along an axis whose largest share leaves next to nothing to the others. */
    private static Activity decided(Tensor value, int chosen) {
        Shape shape = value.shape();
        int axis = chosen < 0 ? chosen + shape.rank() : chosen;
        int length = shape.rank() == 0 ? 1 : shape.dim(axis);
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.dim(i);
        }
        int lanes = length == 0 ? 0 : value.size() / length;
        int lost = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int start = lane / inner * inner * length + lane % inner;
            double largest = 0;
            for (int i = 0; i < length; i++) {
                largest = Math.max(largest, value.at(start + i * inner));
            }
            lost += largest > 0.5 && largest * (1 - largest) < FLAT ? 1 : 0;
        }
        return new Activity(Kind.DECIDED, lost, lanes);
    }

    private static int axis(Node node) {
        return node.type()
                .param("axis")
                .map(param -> node.settings().get(param) instanceof Long axis ? axis.intValue() : -1)
                .orElse(-1);
    }
}

package chainrule.op.linear;

import chainrule.kernel.Functions;
import chainrule.kernel.Logistic;
import chainrule.kernel.Unary;
import chainrule.op.NodeType;
import chainrule.op.activation.LeakyRelu;
import chainrule.op.activation.Relu;
import chainrule.op.activation.Sigmoid;
import chainrule.op.activation.Silu;
import chainrule.op.activation.Softplus;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The functions that a neuron can end in, each with its slope; kinks as everywhere in the house. */
enum Activation {
    IDENTITY(Identity.TYPE, Functions.SAME, Unary.of(z -> 1, z -> z.number(1))),
    SIGMOID(Sigmoid.TYPE, Functions.LOGISTIC, Unary.of(z -> Logistic.at(z) * Logistic.at(-z), z -> z.logistic()
            .times(z.negated().logistic()))),
    TANH(Tanh.TYPE, Functions.TANH, Unary.of(z -> 1 - Math.tanh(z) * Math.tanh(z), z -> z.tanh()
            .squared()
            .rest())),
    RELU(
            Relu.TYPE,
            Unary.of(z -> z < 0 ? 0 : z, z -> z.below(0).choose(0, z)),
            Unary.of(z -> z > 0 ? 1 : 0, z -> z.above(0).counted())),
    LEAKY_RELU(
            LeakyRelu.TYPE,
            Unary.of(z -> z > 0 ? z : 0.01 * z, z -> z.above(0).choose(z, z.times(0.01))),
            Unary.of(z -> z > 0 ? 1 : 0.01, z -> z.above(0).choose(1, 0.01))),
    SILU(
            Silu.TYPE,
            Unary.of(z -> z * Logistic.at(z), z -> z.times(z.logistic())),
            Unary.of(z -> Logistic.at(z) * (1 + z * Logistic.at(-z)), z -> z.logistic()
                    .times(z.times(z.negated().logistic()).plus(1)))),
    SOFTPLUS(
            Softplus.TYPE,
            Unary.of(z -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), z -> z.max(0)
                    .plus(z.abs().negated().exp().log1p())),
            Functions.LOGISTIC);

    private final NodeType type;
    private final Unary value;
    private final Unary slope;

    Activation(NodeType type, Unary value, Unary slope) {
        this.type = type;
        this.value = value;
        this.slope = slope;
    }

    /** The names that a setting offers. */
    static List<String> names() {
        return Arrays.stream(values()).map(Activation::word).toList();
    }

    static Activation named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The node type that computes the same. */
    NodeType type() {
        return type;
    }

    Unary value() {
        return value;
    }

    Unary slope() {
        return slope;
    }

    /** Whether the slope jumps at 0. */
    boolean kinked() {
        return this == RELU || this == LEAKY_RELU;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

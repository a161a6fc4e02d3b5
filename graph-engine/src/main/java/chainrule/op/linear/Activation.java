package chainrule.op.linear;

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
    IDENTITY(Identity.TYPE, z -> z, z -> 1),
    SIGMOID(Sigmoid.TYPE, Logistic::at, z -> Logistic.at(z) * Logistic.at(-z)),
    TANH(Tanh.TYPE, Math::tanh, z -> 1 - Math.tanh(z) * Math.tanh(z)),
    RELU(Relu.TYPE, z -> z < 0 ? 0 : z, z -> z > 0 ? 1 : 0),
    LEAKY_RELU(LeakyRelu.TYPE, z -> z > 0 ? z : 0.01 * z, z -> z > 0 ? 1 : 0.01),
    SILU(Silu.TYPE, z -> z * Logistic.at(z), z -> Logistic.at(z) * (1 + z * Logistic.at(-z))),
    SOFTPLUS(Softplus.TYPE, z -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), Logistic::at);

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

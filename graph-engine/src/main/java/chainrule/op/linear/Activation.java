package chainrule.op.linear;

import chainrule.kernel.Logistic;
import chainrule.kernel.Unary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The functions that a neuron can end in, each with its slope; kinks as everywhere in the house. */
enum Activation {
    IDENTITY(z -> z, z -> 1),
    SIGMOID(Logistic::at, z -> Logistic.at(z) * Logistic.at(-z)),
    TANH(Math::tanh, z -> 1 - Math.tanh(z) * Math.tanh(z)),
    RELU(z -> z < 0 ? 0 : z, z -> z > 0 ? 1 : 0),
    LEAKY_RELU(z -> z > 0 ? z : 0.01 * z, z -> z > 0 ? 1 : 0.01),
    SILU(z -> z * Logistic.at(z), z -> Logistic.at(z) * (1 + z * Logistic.at(-z))),
    SOFTPLUS(z -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), Logistic::at);

    private final Unary value;
    private final Unary slope;

    Activation(Unary value, Unary slope) {
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

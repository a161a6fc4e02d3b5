package chainrule.op;

import org.jspecify.annotations.Nullable;

/**
 * The derivative of a node type with respect to one input, in both directions, each rule with its formula.
 *
 * @param port the input; a variadic port has one rule for all its inputs
 * @param formula of the vector-Jacobian product, in port names: {@code x̄ = ȳ·(1 − y²)}
 * @param rule the vector-Jacobian product, or null where the gradient is blocked
 * @param tangentFormula of the Jacobian-vector product: {@code ẏ = ẋ·(1 − y²)}
 * @param tangent the Jacobian-vector product, or null where blocked
 */
public record Vjp(InPort port, String formula, @Nullable Rule rule, String tangentFormula, @Nullable Rule tangent) {
    /** Whether no gradient passes, by definition of the node type. */
    public boolean blocked() {
        return rule == null;
    }
}

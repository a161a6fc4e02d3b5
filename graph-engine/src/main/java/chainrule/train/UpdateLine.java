package chainrule.train;

import chainrule.tensor.Tensor;

/**
 * One line of the account of how a parameter moved: a quantity in symbols and in numbers.
 *
 * @param kind {@code clip}, {@code decay}, {@code state} or {@code move}
 * @param name what the quantity is called: "velocity"
 * @param symbol what the rule calls it: {@code v}
 * @param rule in the graph's names: {@code v ← μ·v + w̄}
 * @param numbers the rule with its numbers put in; shapes where they are tensors
 * @param value what came out
 */
public record UpdateLine(String kind, String name, String symbol, String rule, String numbers, Tensor value) {}

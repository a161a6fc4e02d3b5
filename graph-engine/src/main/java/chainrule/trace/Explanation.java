package chainrule.trace;

import chainrule.exec.Step;

/**
 * One step in symbols and in numbers.
 *
 * @param step the step
 * @param rule in the names of the graph's nodes: {@code b̄ += c̄ · ∂c/∂b}
 * @param formula the node type's own rule in those names: {@code x̄ = ȳ · (1 − y²)}; the rule where it has none
 * @param numbers the rule with its numbers put in, {@code 2 · 1 = 2}; shapes where they are tensors
 * @param formulaNumbers the formula with its numbers put in; empty for tensors
 */
public record Explanation(Step step, String rule, String formula, String numbers, String formulaNumbers) {}

package chainrule.editor.stepper;

import chainrule.exec.Step;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;

/** Steps in a few words. */
final class StepWords {
    private static final Phrases WORDS = Phrases.of(StepWords.class);

    private StepWords() {}

    /** What the chip of a step says: {@code → a}, {@code ← c to b}, {@code ← Σ b}, {@code ↻ w̄} where a gradient is changed. */
    static String chip(Trace trace, int index) {
        Step step = trace.steps().get(index);
        boolean held = trace.sequel(index)
                .filter(s -> s.writes() == Trace.Sequel.Writes.GRADIENT)
                .isPresent();
        return held ? "↻ " + Formula.bar(step.node().name()) : chip(trace, step);
    }

    private static String chip(Trace trace, Step step) {
        if (step instanceof Step.Forward) {
            return "→ " + step.node();
        } else if (step instanceof Step.Seed) {
            return WORDS.text("chip.seed", step.node());
        } else if (step instanceof Step.Pull pull) {
            return WORDS.text("chip.pull", step.node(), fed(trace, pull));
        } else if (step instanceof Step.Accumulate) {
            return "← Σ " + step.node();
        } else if (step instanceof Step.Update) {
            return "↻ " + step.node();
        } else if (step instanceof Step.Push) {
            return WORDS.text("chip.push", step.node());
        }
        throw new AssertionError(step);
    }

    /** The rule with its numbers: {@code b̄ += c̄ · ∂c/∂b = 2 · 1 = 2}. */
    static String rule(Explanation step) {
        boolean says = step.rule().endsWith("= " + step.numbers());
        boolean shapes = step.numbers().contains("→") || step.step() instanceof Step.Seed;
        return says ? step.rule() : step.rule() + (shapes ? "   " : " = ") + step.numbers();
    }

    /** The node type's own formula with its numbers, where it says more than the rule; empty where not. */
    static String formula(Explanation step) {
        if (step.formula().equals(step.rule())) {
            return "";
        }
        String numbers = step.formulaNumbers();
        String[] sides = numbers.split(" = ", -1);
        boolean twice = sides.length == 2 && sides[0].equals(sides[1]);
        return step.formula() + (numbers.isEmpty() ? "" : " = " + (twice ? sides[0] : numbers));
    }

    static boolean goesBack(Step step) {
        return step instanceof Step.Seed || step instanceof Step.Pull || step instanceof Step.Accumulate;
    }

    private static String fed(Trace trace, Step.Pull pull) {
        return trace.plan().feeding(pull.slot()).node().name();
    }
}

package chainrule.editor.canvas;

import chainrule.exec.Step;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.Locale;
import java.util.Optional;

/** A step in words: {@code pull the gradient from c to b}. */
public final class StepSentence {
    private StepSentence() {}

    /** What the step that was done last did, and which it was; empty at the start of a pass. */
    public static Optional<String> at(TraceCursor cursor) {
        return cursor.step()
                .map(step -> String.format(
                        Locale.ROOT,
                        "Step %d of %d · %s%s",
                        cursor.done(),
                        cursor.trace().steps().size(),
                        of(cursor, step),
                        nonFinite(cursor)));
    }

    private static String nonFinite(TraceCursor cursor) {
        return cursor.trace()
                .nonFinite()
                .filter(first -> first.step() + 1 == cursor.done())
                .map(first -> "; it " + first.words())
                .orElse("");
    }

    private static String of(TraceCursor cursor, Step step) {
        if (step instanceof Step.Forward) {
            return "compute " + step.node();
        } else if (step instanceof Step.Seed) {
            return "seed the gradient of " + step.node() + " with 1";
        } else if (step instanceof Step.Pull pull) {
            return "pull the gradient from %s to %s"
                    .formatted(
                            pull.node(),
                            cursor.trace().plan().feeding(pull.slot()).node());
        } else if (step instanceof Step.Accumulate) {
            return "add up the gradient of " + step.node();
        } else if (step instanceof Step.Update) {
            boolean gradient = cursor.trace()
                    .sequel(cursor.done() - 1)
                    .filter(s -> s.writes() == Trace.Sequel.Writes.GRADIENT)
                    .isPresent();
            return (gradient ? "change the gradient of " : "update ") + step.node();
        } else if (step instanceof Step.Push push) {
            return "push the tangent from %s to %s"
                    .formatted(cursor.trace().plan().feeding(push.slot()).node(), push.node());
        }
        throw new AssertionError(step);
    }
}

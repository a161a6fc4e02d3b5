package chainrule.editor.canvas;

import chainrule.exec.Step;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.Optional;

/** A step in words: {@code pull the gradient from c to b}. */
public final class StepSentence {
    private static final Phrases WORDS = Phrases.of(StepSentence.class);

    private StepSentence() {}

    /** What the step that was done last did, and which it was; empty at the start of a pass. */
    public static Optional<String> at(TraceCursor cursor) {
        return cursor.step()
                .map(step -> WORDS.text(
                        "step.place",
                        cursor.done(),
                        cursor.trace().steps().size(),
                        of(cursor, step),
                        nonFinite(cursor)));
    }

    private static String nonFinite(TraceCursor cursor) {
        return cursor.trace()
                .nonFinite()
                .filter(first -> first.step() + 1 == cursor.done())
                .map(first -> WORDS.text("step.nonFinite", first.words()))
                .orElse("");
    }

    private static String of(TraceCursor cursor, Step step) {
        if (step instanceof Step.Forward) {
            return WORDS.text("step.forward", step.node());
        } else if (step instanceof Step.Seed) {
            return WORDS.text("step.seed", step.node());
        } else if (step instanceof Step.Pull pull) {
            return WORDS.text(
                    "step.pull",
                    pull.node(),
                    cursor.trace().plan().feeding(pull.slot()).node());
        } else if (step instanceof Step.Accumulate) {
            return WORDS.text("step.sum", step.node());
        } else if (step instanceof Step.Update) {
            boolean gradient = cursor.trace()
                    .sequel(cursor.done() - 1)
                    .filter(s -> s.writes() == Trace.Sequel.Writes.GRADIENT)
                    .isPresent();
            return WORDS.text(gradient ? "step.change" : "step.update", step.node());
        } else if (step instanceof Step.Push push) {
            return WORDS.text(
                    "step.push", cursor.trace().plan().feeding(push.slot()).node(), push.node());
        }
        throw new AssertionError(step);
    }
}

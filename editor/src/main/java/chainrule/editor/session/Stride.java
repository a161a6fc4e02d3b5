package chainrule.editor.session;

import chainrule.exec.Step;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import java.util.Objects;

/** How far one stride through a pass or a training goes. */
public enum Stride {
    OPERATION,
    /** All steps about one node that follow each other. */
    NODE,
    /** All steps inside one node of the document that follow each other. */
    BLOCK,
    /** All of the forward pass, of the backward pass, or of the updates. */
    PHASE,
    /** A training step, which takes one batch. */
    BATCH,
    /** As many training steps as it takes to see all examples. */
    EPOCH;

    private static final Phrases WORDS = Phrases.of(Stride.class);

    public String word() {
        return WORDS.text("stride." + name());
    }

    /** Whether it goes from one training step to another. */
    public boolean isOfTraining() {
        return this == BATCH || this == EPOCH;
    }

    /**
     * How many steps of a pass are done after a stride from a place in it.
     *
     * @param by 1 for forward, −1 for back
     */
    int from(Trace trace, int done, int by) {
        int there = done + by;
        while (there > 0 && there < trace.steps().size() && !isBorder(trace, there)) {
            there += by;
        }
        return there;
    }

    private boolean isBorder(Trace trace, int done) {
        Step before = trace.steps().get(done - 1);
        Step after = trace.steps().get(done);
        return !Objects.equals(stretch(before), stretch(after));
    }

    private Object stretch(Step step) {
        return switch (this) {
            case NODE -> step.node();
            case BLOCK -> step.node().top();
            case PHASE -> phase(step);
            default -> new Object();
        };
    }

    private static String phase(Step step) {
        if (step instanceof Step.Forward) {
            return "forward";
        }
        return step instanceof Step.Update ? "update" : "backward";
    }
}

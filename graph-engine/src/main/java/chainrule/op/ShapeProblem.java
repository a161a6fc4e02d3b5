package chainrule.op;

import org.jspecify.annotations.Nullable;

/** Why a node cannot compute from what is connected or set: a sentence for the learner, and the input it concerns. */
public final class ShapeProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String slot;

    /**
     * @param slot the input, or null where the node as a whole is meant
     * @param sentence a whole sentence
     */
    public ShapeProblem(@Nullable String slot, String sentence) {
        super(sentence, null, false, false);
        this.slot = slot;
    }

    public @Nullable String slot() {
        return slot;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

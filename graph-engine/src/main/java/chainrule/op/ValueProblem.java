package chainrule.op;

/** Why a node cannot compute from the numbers that reached it: a sentence for the learner, and the input it concerns. */
public final class ValueProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String slot;

    public ValueProblem(InPort port, String sentence) {
        super(sentence, null, false, false);
        this.slot = port.slot(0);
    }

    public String slot() {
        return slot;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package chainrule.predict;

/** A usual mistake in working out a value or a gradient by hand, in the order in which it is suspected. */
public enum Mistake {
    NO_UPSTREAM("That is the local slope alone: multiply it with the gradient from upstream."),
    NO_LOCAL("That is the gradient from upstream alone: multiply it with the local slope."),
    NOT_SUMMED("That is one contribution: what comes back by several ways has to be added up."),
    BEFORE_UPDATE("That is the value before the update: the step has yet to be taken off."),
    SIGN("The size is right, the sign is not."),
    TRANSPOSED("Rows and columns are exchanged: that is the transposed one."),
    SUM_OR_MEAN("A sum and a mean are confused: check whether it is divided by the number of terms.");

    private final String sentence;

    Mistake(String sentence) {
        this.sentence = sentence;
    }

    /** What went wrong and what to do, as a sentence. */
    public String sentence() {
        return sentence;
    }
}

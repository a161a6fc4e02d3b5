package chainrule.check;

/** What a gradient check says of a gradient, from best to worst. */
public enum Verdict {
    /** Analytic and numeric gradient agree: the relative error is below {@link GradientCheck#GREEN}. */
    GREEN,
    /** The numbers cannot be compared, because the loss is not finite nearby. */
    NOT_COMPARED,
    /** They differ, but a kink lies between the two points of the difference, so neither is wrong. */
    KINK_NEARBY,
    /** The relative error is above {@link GradientCheck#GREEN} and at most {@link GradientCheck#AMBER}. */
    AMBER,
    /** The relative error is above {@link GradientCheck#AMBER}: the gradient is wrong. */
    RED;

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

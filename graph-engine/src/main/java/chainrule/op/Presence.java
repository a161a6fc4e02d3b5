package chainrule.op;

/** How a node takes part in the computation. */
public enum Presence {
    /** It computes. */
    ACTIVE,
    /** It hands on the first input that has the shape of its output, and so does the gradient. */
    BYPASSED,
    /** It is as if it were not there: what it feeds lacks an input. */
    MUTED,
    /** It gives out numbers that are held, whatever its inputs are, and no gradient flows back through it. */
    HELD
}

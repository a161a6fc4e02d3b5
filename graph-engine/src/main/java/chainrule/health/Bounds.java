package chainrule.health;

import java.util.Optional;

/**
 * What counts as bad: the norm of a gradient below which it vanishes and above which it explodes, and the share of dead
 * units or saturated numbers above which a node ails.
 */
public record Bounds(double vanishing, double exploding, double share) {
    private static final Bounds STANDARD = new Bounds(1e-6, 1e3, 0.5);

    /** What a norm is against the bounds. */
    public enum Verdict {
        /** It is 0: nothing comes back at all. */
        NOTHING,
        VANISHING,
        FINE,
        EXPLODING,
        /** It is NaN or infinite. */
        NON_FINITE;

        /** Whether it needs attention. */
        public boolean isBad() {
            return this == VANISHING || this == EXPLODING || this == NON_FINITE;
        }
    }

    public Bounds {
        if (!(vanishing > 0)
                || !(exploding > vanishing)
                || Double.isInfinite(exploding)
                || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(vanishing + " to " + exploding + ", share " + share);
        }
    }

    /** Those that hold until others are chosen. */
    public static Bounds standard() {
        return STANDARD;
    }

    /** Why these numbers are no bounds, as a sentence; empty where they are. */
    public static Optional<String> refusal(double vanishing, double exploding) {
        if (!(vanishing > 0)) {
            return Optional.of("The bound of vanishing is 0 or less: it should be above 0.");
        }
        return exploding > vanishing && !Double.isInfinite(exploding)
                ? Optional.empty()
                : Optional.of("The bound of exploding should be above that of vanishing.");
    }

    /** What a norm is. */
    public Verdict of(double norm) {
        if (!Double.isFinite(norm)) {
            return Verdict.NON_FINITE;
        }
        if (norm == 0) {
            return Verdict.NOTHING;
        }
        return norm < vanishing ? Verdict.VANISHING : norm > exploding ? Verdict.EXPLODING : Verdict.FINE;
    }
}

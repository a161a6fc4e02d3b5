package chainrule.predict;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer is worth.
 *
 * @param mistakes that lead to this answer, the likeliest first; empty where it is right, or wrong in a way of its own
 */
public record Verdict(boolean right, List<Mistake> mistakes) {
    public Verdict {
        mistakes = List.copyOf(mistakes);
    }

    static Verdict correct() {
        return new Verdict(true, List.of());
    }

    static Verdict wrong(Set<Mistake> mistakes) {
        return new Verdict(false, List.copyOf(mistakes.isEmpty() ? Set.of() : EnumSet.copyOf(mistakes)));
    }

    /** A sentence for the learner. */
    public String sentence() {
        if (right) {
            return "Right.";
        }
        return mistakes.isEmpty() ? "Not yet right." : mistakes.get(0).sentence();
    }
}

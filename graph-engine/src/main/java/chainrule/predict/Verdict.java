package chainrule.predict;

import chainrule.language.Phrases;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer is worth.
 *
 * @param mistakes that lead to this answer, the likeliest first; empty where it is right, or wrong in a way of its own
 */
public record Verdict(boolean right, List<Mistake> mistakes) {
    private static final Phrases WORDS = Phrases.of(Verdict.class);

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
            return WORDS.text("verdict.right");
        }
        return mistakes.isEmpty()
                ? WORDS.text("verdict.notYetRight")
                : mistakes.get(0).sentence();
    }
}

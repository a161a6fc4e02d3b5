package chainrule.predict;

import chainrule.language.Phrases;
import java.util.Locale;

/** A usual mistake in working out a value or a gradient by hand, in the order in which it is suspected. */
public enum Mistake {
    NO_UPSTREAM,
    NO_LOCAL,
    NOT_SUMMED,
    BEFORE_UPDATE,
    SIGN,
    TRANSPOSED,
    SUM_OR_MEAN;

    private static final Phrases WORDS = Phrases.of(Mistake.class);

    /** What went wrong and what to do, as a sentence. */
    public String sentence() {
        return WORDS.text("mistake." + name().toLowerCase(Locale.ROOT));
    }
}

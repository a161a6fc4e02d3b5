package chainrule.editor.session;

import chainrule.health.Activity;
import chainrule.health.Bounds;
import chainrule.health.Vital;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;

/** What is said of something that needs attention. */
public final class VitalWords {
    private static final Phrases WORDS = Phrases.of(VitalWords.class);

    private VitalWords() {}

    /** In one or two words, for a mark: {@code dead 75 %}. */
    public static String brief(Vital vital) {
        if (vital instanceof Vital.Lost lost) {
            long percent = Math.round(100 * lost.activity().share());
            return lost.activity().kind() == Activity.Kind.DEAD
                    ? WORDS.text("vital.dead", percent)
                    : WORDS.text("vital.saturated", percent);
        }
        return verdict(((Vital.Norm) vital).verdict());
    }

    /** In a sentence that names the node. */
    public static String sentence(Vital vital) {
        if (vital instanceof Vital.Lost lost) {
            return lost(vital.node().name(), lost.activity());
        }
        Vital.Norm norm = (Vital.Norm) vital;
        return WORDS.text("vital.norm", norm.node(), Digits.brief(norm.norm()), verdict(norm.verdict()));
    }

    /** How much of a node is lost: {@code 3 of the 4 units of r are 0 for every example.} */
    public static String lost(String node, Activity activity) {
        return switch (activity.kind()) {
            case DEAD -> WORDS.text("vital.deadUnits", activity.lost(), activity.of(), node);
            case SATURATED ->
                WORDS.text("vital.saturatedNumbers", activity.lost(), activity.of(), node, Digits.brief(Activity.FLAT));
            case DECIDED ->
                WORDS.text("vital.decided", activity.lost(), activity.of(), node, Digits.brief(Activity.FLAT));
        };
    }

    /** What a norm is against the bounds. */
    public static String verdict(Bounds.Verdict verdict) {
        return switch (verdict) {
            case NOTHING -> WORDS.text("verdict.nothing");
            case VANISHING -> WORDS.text("verdict.vanishing");
            case FINE -> WORDS.text("verdict.fine");
            case EXPLODING -> WORDS.text("verdict.exploding");
            case NON_FINITE -> WORDS.text("verdict.nonFinite");
        };
    }
}

package chainrule.editor;

import chainrule.language.Phrases;
import java.util.Locale;

/** The panels around the canvas, with the size that they begin with: width at the sides, height below. */
enum Place {
    PALETTE(200),
    OUTLINE(220),
    INSPECTOR(330),
    CHAIN(420),
    HEALTH(420),
    TRAINING(330),
    WATCH(260),
    LESSON(420),
    TEXT(260),
    STEPPER(128);

    private static final Phrases WORDS = Phrases.of(Place.class);

    private final int size;

    Place(int size) {
        this.size = size;
    }

    String title() {
        return WORDS.text(key());
    }

    /** Whether it is there before the learner chose. */
    boolean isShownFirst() {
        return this == PALETTE || this == INSPECTOR || this == STEPPER;
    }

    /** In pixels at 100 %. */
    int size() {
        return size;
    }

    /** Its name in preferences and among the actions. */
    String key() {
        return "panel." + name().toLowerCase(Locale.ROOT);
    }
}

package chainrule.editor;

import java.util.Locale;

/** The panels around the canvas, with the size that they begin with: width at the sides, height below. */
enum Place {
    PALETTE("Palette", 200),
    INSPECTOR("Inspector", 330),
    CHAIN("Chain rule", 420),
    TRAINING("Training", 330),
    WATCH("Breakpoints and watches", 260),
    LESSON("Lesson", 420),
    TEXT("Text", 260),
    STEPPER("Timeline", 128);

    private final String title;
    private final int size;

    Place(String title, int size) {
        this.title = title;
        this.size = size;
    }

    String title() {
        return title;
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

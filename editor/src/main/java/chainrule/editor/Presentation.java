package chainrule.editor;

import chainrule.editor.theme.Appearance;
import javax.swing.SwingUtilities;

/** A view for the lecture hall: only canvas and timeline, everything larger; leaving it puts things back. */
final class Presentation {
    private static final int LARGE = 150;

    private final Arrangement arrangement;
    private final Appearance appearance;
    private final Runnable fit;
    private boolean on;
    private int before;

    /**
     * @param fit shows the whole graph in the room that it has
     */
    Presentation(Arrangement arrangement, Appearance appearance, Runnable fit) {
        this.arrangement = arrangement;
        this.appearance = appearance;
        this.fit = fit;
    }

    boolean on() {
        return on;
    }

    void toggle() {
        on = !on;
        for (Place place : Place.values()) {
            arrangement.showForNow(place, on ? place == Place.STEPPER : arrangement.wants(place));
        }
        if (on) {
            before = appearance.scale();
            appearance.choose(Math.max(LARGE, before));
        } else {
            appearance.choose(before);
        }
        SwingUtilities.invokeLater(fit);
    }
}

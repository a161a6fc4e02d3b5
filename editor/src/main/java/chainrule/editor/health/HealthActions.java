package chainrule.editor.health;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Vitals;
import chainrule.editor.session.WireMode;
import chainrule.health.Bounds;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.Stream;

/** Going to the health of the pass, and marking it on the canvas; what was chosen is remembered. */
public final class HealthActions {
    private static final Phrases WORDS = Phrases.of(HealthActions.class);
    private static final String VANISHING = "health.vanishing";
    private static final String EXPLODING = "health.exploding";
    private static final String SHARE = "health.share";
    private static final String WIRES = "wires";
    private static final String LEGEND = "wires.legend";
    private static final String MARKS = "health.marks";

    private HealthActions() {}

    /**
     * Adds the actions.
     *
     * @param show shows the panel and goes there
     */
    public static void addTo(Actions actions, Vitals vitals, Preferences preferences, Runnable show) {
        recall(vitals, preferences);
        actions.add(EditorAction.of("health.show", WORDS.text("action.show"), show))
                .keys(Scope.WINDOW, "menu F3");
        actions.add(EditorAction.of(MARKS, WORDS.text("action.marks"), () -> vitals.mark(!vitals.isMarking())))
                .keys(Scope.WINDOW, "menu shift F3")
                .chosenWhen(vitals::isMarking);
        for (WireMode mode : WireMode.values()) {
            actions.add(EditorAction.of(WIRES + "." + mode.key(), mode.words(), () -> vitals.wires(mode)))
                    .chosenWhen(() -> vitals.wires() == mode);
        }
        actions.add(EditorAction.of(LEGEND, WORDS.text("action.legend"), () -> vitals.legend(!vitals.wantsLegend())))
                .chosenWhen(vitals::wantsLegend)
                .unless(() -> vitals.wires() == WireMode.PLAIN
                        ? Optional.of(WORDS.text("action.noLegend"))
                        : Optional.empty());
        vitals.onChange(() -> {
            remember(vitals, preferences);
            actions.refresh();
        });
    }

    private static void recall(Vitals vitals, Preferences preferences) {
        Bounds standard = Bounds.standard();
        double low = preferences.getDouble(VANISHING, standard.vanishing());
        double high = preferences.getDouble(EXPLODING, standard.exploding());
        double share = preferences.getDouble(SHARE, standard.share());
        boolean whole = low > 0 && high > low && high < Double.POSITIVE_INFINITY && share >= 0 && share <= 1;
        vitals.choose(whole ? new Bounds(low, high, share) : standard);
        vitals.mark(preferences.getBoolean(MARKS, true));
        vitals.legend(preferences.getBoolean(LEGEND, true));
        String wires = preferences.get(WIRES, WireMode.PLAIN.key());
        Stream.of(WireMode.values()).filter(mode -> mode.key().equals(wires)).forEach(vitals::wires);
    }

    private static void remember(Vitals vitals, Preferences preferences) {
        preferences.putDouble(VANISHING, vitals.bounds().vanishing());
        preferences.putDouble(EXPLODING, vitals.bounds().exploding());
        preferences.putDouble(SHARE, vitals.bounds().share());
        preferences.putBoolean(MARKS, vitals.isMarking());
        preferences.putBoolean(LEGEND, vitals.wantsLegend());
        preferences.put(WIRES, vitals.wires().key());
    }
}

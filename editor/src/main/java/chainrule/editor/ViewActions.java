package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.theme.Appearance;
import chainrule.editor.theme.Theme;
import java.util.Locale;

/** Theme, size of the interface, and which panels are shown. */
final class ViewActions {
    private ViewActions() {}

    static void addLook(Actions actions, Appearance appearance, Runnable changed) {
        for (Theme theme : Theme.values()) {
            String id = "view." + theme.name().toLowerCase(Locale.ROOT);
            actions.add(EditorAction.of(id, theme.title() + " theme", () -> {
                        appearance.choose(theme);
                        changed.run();
                    }))
                    .chosenWhen(() -> appearance.theme() == theme);
        }
        for (int percent : Appearance.SCALES) {
            actions.add(EditorAction.of("view.scale" + percent, percent + " %", () -> {
                        appearance.choose(percent);
                        changed.run();
                    }))
                    .chosenWhen(() -> appearance.scale() == percent);
        }
    }

    static void addPanels(Actions actions, Arrangement arrangement) {
        for (Place place : Place.values()) {
            actions.add(EditorAction.of(
                            place.key(), place.title(), () -> arrangement.show(place, !arrangement.shows(place))))
                    .chosenWhen(() -> arrangement.shows(place));
        }
    }

    static void addPresentation(Actions actions, Presentation presentation) {
        actions.add(EditorAction.of("view.presentation", "Presentation", presentation::toggle))
                .keys(Scope.WINDOW, "F11")
                .chosenWhen(presentation::on);
    }
}

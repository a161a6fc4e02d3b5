package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.theme.Appearance;
import chainrule.editor.theme.Theme;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Theme, size of the interface, and which panels are shown. */
final class ViewActions {
    private static final double STEP = 1.2;

    private ViewActions() {}

    static void addLook(Actions actions, Appearance appearance, Runnable changed) {
        for (Theme theme : Theme.values()) {
            String id = "view." + theme.name().toLowerCase(Locale.ROOT);
            actions.add(EditorAction.of(id, theme.title() + " theme", () -> {
                        appearance.choose(theme);
                        changed.run();
                    }))
                    .chosenWhen(() -> !appearance.followsSystem() && appearance.theme() == theme);
        }
        actions.add(EditorAction.of("view.system", "Theme of the system", () -> {
                    appearance.followSystem();
                    changed.run();
                }))
                .chosenWhen(appearance::followsSystem);
        for (int percent : Appearance.SCALES) {
            actions.add(EditorAction.of("view.scale" + percent, "Interface at " + percent + " %", () -> {
                        appearance.choose(percent);
                        changed.run();
                    }))
                    .chosenWhen(() -> appearance.scale() == percent);
        }
    }

    static void addZoom(Actions actions, GraphCanvas canvas) {
        actions.add(EditorAction.of("view.zoomIn", "Zoom in", () -> canvas.zoomTo(canvas.zoom() * STEP)))
                .keys(Scope.WINDOW, "menu EQUALS", "menu PLUS", "menu ADD");
        actions.add(EditorAction.of("view.zoomOut", "Zoom out", () -> canvas.zoomTo(canvas.zoom() / STEP)))
                .keys(Scope.WINDOW, "menu MINUS", "menu SUBTRACT");
        actions.add(EditorAction.of("view.zoom100", "Zoom to 100 %", () -> canvas.zoomTo(1)))
                .keys(Scope.CANVAS, "0");
        actions.add(EditorAction.of("view.fit", "Show the whole graph", canvas::fit))
                .keys(Scope.CANVAS, "HOME", "1");
        actions.add(EditorAction.of("view.fitSelection", "Show the selection", canvas::fitSelection))
                .keys(Scope.CANVAS, "F");
    }

    static void addTabs(Actions actions, TabHost host) {
        Supplier<Optional<String>> onlyOne =
                () -> host.tabs() > 1 ? Optional.empty() : Optional.of("Only one document is open in this window.");
        actions.add(EditorAction.of("view.nextTab", "Next document", () -> host.turn(1)))
                .keys(Scope.WINDOW, "ctrl TAB", "ctrl PAGE_DOWN")
                .unless(onlyOne);
        actions.add(EditorAction.of("view.previousTab", "Previous document", () -> host.turn(-1)))
                .keys(Scope.WINDOW, "ctrl shift TAB", "ctrl PAGE_UP")
                .unless(onlyOne);
    }

    static void addPanels(Actions actions, Arrangement arrangement) {
        for (Place place : Place.values()) {
            actions.add(EditorAction.of(
                            place.key(), place.title(), () -> arrangement.show(place, !arrangement.shows(place))))
                    .chosenWhen(() -> arrangement.shows(place));
        }
        actions.add(EditorAction.of("view.nextPanel", "Next panel", arrangement::focusNext))
                .keys(Scope.WINDOW, "F6");
    }

    static void addPresentation(Actions actions, Presentation presentation) {
        actions.add(EditorAction.of("view.presentation", "Presentation", presentation::toggle))
                .keys(Scope.WINDOW, "F11")
                .chosenWhen(presentation::on);
    }
}

package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.theme.Appearance;
import chainrule.editor.theme.Theme;
import chainrule.language.Language;
import chainrule.language.Phrases;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Theme, size of the interface, and which panels are shown. */
final class ViewActions {
    private static final Phrases WORDS = Phrases.of(ViewActions.class);
    private static final double STEP = 1.2;

    private ViewActions() {}

    static void addLook(Actions actions, Appearance appearance, Runnable changed) {
        for (Theme theme : Theme.values()) {
            actions.add(EditorAction.of(id(theme), WORDS.text(id(theme)), () -> {
                        appearance.choose(theme);
                        changed.run();
                    }))
                    .chosenWhen(() -> !appearance.followsSystem() && appearance.theme() == theme);
        }
        actions.add(EditorAction.of("view.system", WORDS.text("view.system"), () -> {
                    appearance.followSystem();
                    changed.run();
                }))
                .chosenWhen(appearance::followsSystem);
        for (int percent : Appearance.SCALES) {
            actions.add(EditorAction.of("view.scale" + percent, WORDS.text("view.scale", percent), () -> {
                        appearance.choose(percent);
                        changed.run();
                    }))
                    .chosenWhen(() -> appearance.scale() == percent);
        }
    }

    /**
     * @param changing makes a change of the language, or does not
     */
    static void addLanguage(Actions actions, LanguageChoice choice, Consumer<Runnable> changing) {
        for (Language language : Language.values()) {
            actions.add(EditorAction.of(
                            "view.language." + language.code(),
                            language.title(),
                            () -> changing.accept(() -> choice.choose(language))))
                    .chosenWhen(() -> choice.chosen().equals(Optional.of(language)));
        }
        actions.add(EditorAction.of(
                        "view.language.system",
                        WORDS.text("view.language.system"),
                        () -> changing.accept(choice::followSystem)))
                .chosenWhen(() -> choice.chosen().isEmpty());
    }

    /** What a theme is called. */
    static String title(Theme theme) {
        return WORDS.text("theme." + theme.name().toLowerCase(Locale.ROOT));
    }

    private static String id(Theme theme) {
        return "view." + theme.name().toLowerCase(Locale.ROOT);
    }

    static void addZoom(Actions actions, GraphCanvas canvas) {
        actions.add(EditorAction.of("view.zoomIn", WORDS.text("view.zoomIn"), () -> canvas.camera()
                        .zoomTo(canvas.zoom() * STEP)))
                .keys(Scope.WINDOW, "menu EQUALS", "menu PLUS", "menu ADD");
        actions.add(EditorAction.of("view.zoomOut", WORDS.text("view.zoomOut"), () -> canvas.camera()
                        .zoomTo(canvas.zoom() / STEP)))
                .keys(Scope.WINDOW, "menu MINUS", "menu SUBTRACT");
        actions.add(EditorAction.of("view.zoom100", WORDS.text("view.zoom100"), () -> canvas.camera()
                        .zoomTo(1)))
                .keys(Scope.CANVAS, "0");
        actions.add(EditorAction.of("view.fit", WORDS.text("view.fit"), canvas.camera()::fit))
                .keys(Scope.CANVAS, "HOME", "PERIOD");
        actions.add(EditorAction.of(
                        "view.fitSelection", WORDS.text("view.fitSelection"), canvas.camera()::fitSelection))
                .keys(Scope.CANVAS, "F");
        addTurning(actions, canvas);
    }

    private static void addTurning(Actions actions, GraphCanvas canvas) {
        actions.add(EditorAction.of("view.back", WORDS.text("view.back"), () -> canvas.camera()
                        .turn(-1)))
                .keys(Scope.WINDOW, "menu alt LEFT");
        actions.add(EditorAction.of("view.forward", WORDS.text("view.forward"), () -> canvas.camera()
                        .turn(1)))
                .keys(Scope.WINDOW, "menu alt RIGHT");
    }

    static void addTabs(Actions actions, TabHost host) {
        Supplier<Optional<String>> onlyOne =
                () -> host.tabs() > 1 ? Optional.empty() : Optional.of(WORDS.text("view.oneTab"));
        actions.add(EditorAction.of("view.nextTab", WORDS.text("view.nextTab"), () -> host.turn(1)))
                .keys(Scope.WINDOW, "ctrl TAB", "ctrl PAGE_DOWN")
                .unless(onlyOne);
        actions.add(EditorAction.of("view.previousTab", WORDS.text("view.previousTab"), () -> host.turn(-1)))
                .keys(Scope.WINDOW, "ctrl shift TAB", "ctrl PAGE_UP")
                .unless(onlyOne);
    }

    static void addPanels(Actions actions, Arrangement arrangement) {
        for (Place place : Place.values()) {
            actions.add(EditorAction.of(
                            place.key(), place.title(), () -> arrangement.show(place, !arrangement.shows(place))))
                    .chosenWhen(() -> arrangement.shows(place));
        }
        actions.add(EditorAction.of("view.nextPanel", WORDS.text("view.nextPanel"), arrangement::focusNext))
                .keys(Scope.WINDOW, "F6");
    }

    static void addPresentation(Actions actions, Presentation presentation) {
        actions.add(EditorAction.of("view.presentation", WORDS.text("view.presentation"), presentation::toggle))
                .keys(Scope.WINDOW, "F11")
                .chosenWhen(presentation::on);
    }
}

package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.Arranging;
import chainrule.editor.canvas.BlockNaming;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Remarking;
import chainrule.editor.canvas.WireStyle;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/** What is done on the canvas beyond adding, deleting and copying: wiring, arranging, remarks. */
final class CanvasActions {
    private static final Phrases WORDS = Phrases.of(CanvasActions.class);
    private static final String MINIMAP = "view.minimap";
    private static final String STYLE = "way";
    private static final String PATHS = "view.paths";
    private static final String RELEASE = "wire.release";
    private static final String WALK = "view.walk";

    private CanvasActions() {}

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas, Preferences preferences) {
        WiringActions.addTo(actions, bench, canvas);
        ArrangeActions.addTo(actions, bench, new Arranging(canvas, Arranging.apart(), SwingUtilities::invokeLater));
        PresenceActions.addTo(actions, bench, canvas);
        LookActions.addTo(actions, bench, canvas);
        BlockActions.addTo(actions, bench, new BlockNaming(canvas, bench.catalog()));
        PortActions.addTo(actions, bench, canvas);
        canvas.asking().askOnRelease(preferences.getBoolean(RELEASE, true));
        actions.add(EditorAction.of(RELEASE, WORDS.text(RELEASE), () -> {
                    canvas.asking().askOnRelease(!canvas.asking().asksOnRelease());
                    preferences.putBoolean(RELEASE, canvas.asking().asksOnRelease());
                }))
                .chosenWhen(canvas.asking()::asksOnRelease);
        RemarkActions.addTo(actions, bench.selection(), new Remarking(canvas));
        if (preferences.getBoolean(WALK, false)) {
            canvas.walking().turn(true);
        }
        actions.add(EditorAction.of(WALK, WORDS.text(WALK), () -> {
                    canvas.walking().turn(!canvas.walking().on());
                    preferences.putBoolean(WALK, canvas.walking().on());
                }))
                .keys(Scope.WINDOW, "alt K")
                .chosenWhen(() -> canvas.walking().on());
        addWires(actions, canvas, preferences);
        canvas.showMinimap(preferences.getBoolean(MINIMAP, true));
        actions.add(EditorAction.of(MINIMAP, WORDS.text("canvas.overview"), () -> {
                    canvas.showMinimap(!canvas.showsMinimap());
                    preferences.putBoolean(MINIMAP, canvas.showsMinimap());
                }))
                .keys(Scope.WINDOW, "alt M")
                .chosenWhen(canvas::showsMinimap);
    }

    private static void addWires(Actions actions, GraphCanvas canvas, Preferences preferences) {
        canvas.wireStyle(WireStyle.of(preferences.get(STYLE, "")));
        for (WireStyle style : WireStyle.values()) {
            String id = STYLE + "." + style.key();
            actions.add(EditorAction.of(id, WORDS.text(id), () -> {
                        canvas.wireStyle(style);
                        preferences.put(STYLE, style.key());
                    }))
                    .chosenWhen(() -> canvas.wireStyle() == style);
        }
        canvas.lighting().want(preferences.getBoolean(PATHS, true));
        actions.add(EditorAction.of(PATHS, WORDS.text(PATHS), () -> {
                    canvas.lighting().want(!canvas.lighting().wanted());
                    preferences.putBoolean(PATHS, canvas.lighting().wanted());
                }))
                .chosenWhen(() -> canvas.lighting().wanted());
    }
}

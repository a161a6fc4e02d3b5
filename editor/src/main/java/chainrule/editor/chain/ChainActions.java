package chainrule.editor.chain;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.language.Phrases;
import java.util.function.Consumer;

/** Seeing the chain rule, taking it along, and checking what it says. */
public final class ChainActions {
    private static final Phrases WORDS = Phrases.of(ChainActions.class);

    private ChainActions() {}

    /**
     * Adds the actions.
     *
     * @param show shows the panel and goes there
     * @param clipboard takes text
     */
    public static void addTo(Actions actions, ChainPanel panel, Runnable show, Consumer<String> clipboard) {
        actions.add(EditorAction.of("chain.show", WORDS.text("chain.show"), show))
                .keys(Scope.WINDOW, "F9");
        actions.add(EditorAction.of("chain.copy", WORDS.text("chain.copy"), () -> panel.copy(clipboard)))
                .keys(Scope.WINDOW, "shift F9")
                .unless(panel::refusal);
        actions.add(EditorAction.of("chain.predict", WORDS.text("chain.predict"), () -> {
                    show.run();
                    panel.openPredict();
                }))
                .keys(Scope.WINDOW, "menu F9");
        actions.add(EditorAction.of("chain.sweeps", WORDS.text("chain.sweeps"), () -> {
                    show.run();
                    panel.openSweeps();
                }))
                .keys(Scope.WINDOW, "F4");
        actions.add(EditorAction.of("chain.check", WORDS.text("chain.check"), () -> {
                    show.run();
                    panel.openCheck();
                }))
                .keys(Scope.WINDOW, "shift F4");
    }
}

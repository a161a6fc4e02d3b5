package chainrule.editor.chain;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Workbench;
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
    public static void addTo(
            Actions actions, ChainPanel panel, Workbench bench, Runnable show, Consumer<String> clipboard) {
        bench.stepper().blanks().onChange(actions::refresh);
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
        actions.add(EditorAction.of("chain.hide", WORDS.text("chain.hide"), () -> hide(panel, bench, show)))
                .keys(Scope.WINDOW, "menu shift F9")
                .named(() -> WORDS.text(new Chosen(bench).isHidden() ? "chain.unhide" : "chain.hide"))
                .unless(() -> new Chosen(bench).refusal());
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

    /** Hides what is selected from the learner, who is asked about it then, or shows it again. */
    private static void hide(ChainPanel panel, Workbench bench, Runnable show) {
        if (new Chosen(bench).isHidden()) {
            new Chosen(bench).showAgain();
        } else {
            new Chosen(bench).hide();
            show.run();
            panel.openPredict();
        }
    }
}

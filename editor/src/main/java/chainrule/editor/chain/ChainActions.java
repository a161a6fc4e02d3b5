package chainrule.editor.chain;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import java.util.function.Consumer;

/** Seeing the chain rule, taking it along, and checking what it says. */
public final class ChainActions {
    private ChainActions() {}

    /**
     * Adds the actions.
     *
     * @param show shows the panel and goes there
     * @param clipboard takes text
     */
    public static void addTo(Actions actions, ChainPanel panel, Runnable show, Consumer<String> clipboard) {
        actions.add(EditorAction.of("chain.show", "Go to the chain rule", show)).keys(Scope.WINDOW, "F9");
        actions.add(EditorAction.of("chain.copy", "Copy chain rule as LaTeX", () -> panel.copy(clipboard)))
                .keys(Scope.WINDOW, "shift F9")
                .unless(panel::refusal);
        actions.add(EditorAction.of("chain.predict", "Predict the next step", () -> {
                    show.run();
                    panel.openPredict();
                }))
                .keys(Scope.WINDOW, "menu F9");
        actions.add(EditorAction.of("chain.sweeps", "Forward mode beside reverse mode", () -> {
                    show.run();
                    panel.openSweeps();
                }))
                .keys(Scope.WINDOW, "F4");
        actions.add(EditorAction.of("chain.check", "Check this gradient", () -> {
                    show.run();
                    panel.openCheck();
                }))
                .keys(Scope.WINDOW, "shift F4");
    }
}

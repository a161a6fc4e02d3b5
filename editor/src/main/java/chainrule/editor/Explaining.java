package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.chain.ChainActions;
import chainrule.editor.chain.ChainPanel;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Workbench;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** The panels that explain a gradient, and the pass beside the document's from which they are answered. */
final class Explaining {
    private final Aside aside;
    private final ChainPanel chain;

    /**
     * @param worker runs the engine
     */
    Explaining(Workbench bench, GraphCanvas canvas, Executor worker) {
        this.aside = new Aside(SwingUtilities::invokeLater, worker);
        this.chain = new ChainPanel(bench, canvas, aside);
    }

    /**
     * Adds their actions.
     *
     * @param show shows a panel
     * @param clipboard takes text
     */
    void addTo(Actions actions, Consumer<Place> show, Consumer<String> clipboard) {
        Runnable go = () -> {
            show.accept(Place.CHAIN);
            chain.begin();
        };
        ChainActions.addTo(actions, chain, go, clipboard);
    }

    Map<Place, JComponent> panels() {
        return Map.of(Place.CHAIN, chain);
    }

    /** Frees the engine's memory; for a document that is closed. */
    void close() {
        aside.close();
    }
}

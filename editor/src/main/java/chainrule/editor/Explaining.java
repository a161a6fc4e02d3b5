package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.chain.ChainActions;
import chainrule.editor.chain.ChainPanel;
import chainrule.editor.health.HealthActions;
import chainrule.editor.health.HealthPanel;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** The panels that explain a gradient, and the pass beside the document's from which they are answered. */
final class Explaining {
    private static final Phrases WORDS = Phrases.of(Explaining.class);

    private final Aside aside;
    private final ChainPanel chain;
    private final HealthPanel health;
    private final Workbench bench;
    private final Preferences preferences;

    Explaining(Workbench bench, GraphCanvas canvas, Surroundings around) {
        this.aside = new Aside(SwingUtilities::invokeLater, around.worker());
        this.chain = new ChainPanel(bench, canvas, aside);
        this.health = new HealthPanel(bench, canvas, aside);
        this.bench = bench;
        this.preferences = around.preferences();
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
        ChainActions.addTo(actions, chain, bench, go, clipboard);
        actions.get("chain.copy")
                .alsoUnless(() -> chain.isHidden()
                        ? Optional.of(WORDS.text("explain.hidden"))
                        : chain.isToCome() ? Optional.of(WORDS.text("explain.toCome")) : Optional.empty());
        HealthActions.addTo(actions, bench.vitals(), preferences, () -> {
            show.accept(Place.HEALTH);
            health.begin();
        });
    }

    Map<Place, JComponent> panels() {
        return Map.of(Place.CHAIN, chain, Place.HEALTH, health);
    }

    /** Frees the engine's memory; for a document that is closed. */
    void close() {
        aside.close();
    }
}

package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.compare.Track;
import chainrule.editor.session.Interior;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.Watches;
import chainrule.editor.session.Workbench;
import chainrule.editor.stepper.Player;
import chainrule.editor.stepper.StepActions;
import chainrule.editor.stepper.StepperPanel;
import chainrule.editor.training.TrainActions;
import chainrule.editor.training.TrainingPanel;
import chainrule.editor.watch.WatchActions;
import chainrule.editor.watch.WatchPanel;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** What trains a document and leads through its pass and its training, with the panels and actions for that. */
final class Scrubbing {
    private final Workbench bench;
    private final Actions actions;
    private final TrainingSession training;
    private final Scrubber scrubber;
    private final Player player;
    private final Watches watches;

    Scrubbing(Workbench bench, Actions actions, Surroundings around) {
        this.bench = bench;
        this.actions = actions;
        this.training =
                new TrainingSession(bench.history(), SwingUtilities::invokeLater, around.worker(), around.budget());
        this.scrubber = new Scrubber(bench.stepper(), training);
        this.player = new Player(scrubber, bench.breaks(), actions::refresh);
        this.watches = new Watches(bench.stepper(), training);
        training.stopAt(bench.breaks()::conditions);
        bench.showing().onChange(this::open);
    }

    /**
     * Adds the actions.
     *
     * @param show shows a panel
     */
    void addActions(Consumer<Place> show) {
        StepActions.addTo(actions, bench.stepper(), scrubber, player);
        TrainActions.addTo(actions, training, scrubber, () -> show.accept(Place.TRAINING));
        WatchActions.addTo(actions, bench, scrubber, watches, () -> show.accept(Place.WATCH));
    }

    Map<Place, JComponent> panels() {
        return Map.of(
                Place.TRAINING,
                new TrainingPanel(bench.history(), training, scrubber, actions),
                Place.WATCH,
                new WatchPanel(bench, new WatchPanel.Time(training, scrubber, watches)),
                Place.STEPPER,
                new StepperPanel(bench, actions, new StepperPanel.Time(training, scrubber, player)));
    }

    private void open() {
        Interior interior = bench.showing().shown().interior();
        scrubber.open(interior == null ? Set.of() : interior.cells());
    }

    /** The document at work. */
    Track track() {
        return new Track(bench, training, scrubber);
    }

    TrainingSession training() {
        return training;
    }

    /** Stops playing. */
    void pause() {
        player.pause();
    }

    /** Frees the engine's memory; for a document that is closed. */
    void close() {
        player.pause();
        training.close();
    }
}

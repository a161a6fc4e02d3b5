package chainrule.editor.training;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState.Phase;
import chainrule.editor.theme.Icons;
import java.util.List;
import java.util.Optional;

/** Running a training, as actions. */
public final class TrainActions {
    /** The actions that have a button, from left to right. */
    static final List<String> BUTTONS = List.of("train.start", "train.step", "train.reset", "train.keep");

    private TrainActions() {}

    /**
     * Adds the actions.
     *
     * @param shown called before a training begins, so that it can be seen
     */
    public static void addTo(Actions actions, TrainingSession training, Scrubber scrubber, Runnable shown) {
        actions.add(EditorAction.of("train.start", "Train", () -> toggle(training, shown)))
                .icon(Icons.named("play"))
                .keys(Scope.WINDOW, "shift F5")
                .named(() -> switch (training.state().phase()) {
                    case RUNNING -> "Pause training";
                    case PAUSED -> "Go on training";
                    default -> "Train";
                });
        actions.add(EditorAction.of("train.step", "One training step", () -> {
                    shown.run();
                    training.step();
                }))
                .icon(Icons.named("next"))
                .keys(Scope.WINDOW, "ctrl F5")
                .unless(() -> training.state().phase() == Phase.RUNNING
                        ? Optional.of("The training is running.")
                        : Optional.empty());
        actions.add(EditorAction.of("train.reset", "Forget the training", training::reset))
                .icon(Icons.named("to-start"))
                .unless(() -> training.state().phase() == Phase.NONE
                                && training.state().curve().steps() == 0
                        ? Optional.of("Nothing was trained yet.")
                        : Optional.empty());
        actions.add(EditorAction.of("train.keep", "Keep trained weights", () -> training.keep(scrubber.step())))
                .named(() -> scrubber.isInTraining() && scrubber.step() < scrubber.lastStep()
                        ? "Keep the weights of step " + scrubber.step()
                        : "Keep trained weights")
                .unless(() -> training.state().standsStill()
                        ? Optional.empty()
                        : Optional.of(
                                training.state().phase() == Phase.RUNNING
                                        ? "Pause the training to keep its weights."
                                        : "Train first: there are no new weights to keep."));
        training.onChange(actions::refresh);
    }

    private static void toggle(TrainingSession training, Runnable shown) {
        if (training.state().phase() == Phase.RUNNING) {
            training.pause();
        } else {
            shown.run();
            training.start();
        }
    }
}

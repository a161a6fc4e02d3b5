package chainrule.editor.training;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState.Phase;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Optional;

/** Running a training, as actions. */
public final class TrainActions {
    private static final Phrases WORDS = Phrases.of(TrainActions.class);

    /** The actions that have a button, from left to right. */
    static final List<String> BUTTONS = List.of("train.start", "train.step", "train.reset", "train.keep");

    private TrainActions() {}

    /**
     * Adds the actions.
     *
     * @param shown called before a training begins, so that it can be seen
     */
    public static void addTo(Actions actions, TrainingSession training, Scrubber scrubber, Runnable shown) {
        actions.add(EditorAction.of("train.start", WORDS.text("train.start"), () -> toggle(training, shown)))
                .icon(Icons.named("play"))
                .keys(Scope.WINDOW, "shift F5")
                .named(() -> switch (training.state().phase()) {
                    case RUNNING -> WORDS.text("train.pause");
                    case PAUSED -> WORDS.text("train.goOn");
                    default -> WORDS.text("train.start");
                });
        actions.add(EditorAction.of("train.step", WORDS.text("train.step"), () -> {
                    shown.run();
                    training.step();
                }))
                .icon(Icons.named("next"))
                .keys(Scope.WINDOW, "ctrl F5")
                .unless(() -> training.state().phase() == Phase.RUNNING
                        ? Optional.of(WORDS.text("train.running"))
                        : Optional.empty());
        actions.add(EditorAction.of("train.reset", WORDS.text("train.reset"), training::reset))
                .icon(Icons.named("to-start"))
                .unless(() -> training.state().phase() == Phase.NONE
                                && training.state().curve().steps() == 0
                        ? Optional.of(WORDS.text("train.none"))
                        : Optional.empty());
        actions.add(EditorAction.of("train.keep", WORDS.text("train.keep"), () -> training.keep(scrubber.step())))
                .named(() -> scrubber.isInTraining() && scrubber.step() < scrubber.lastStep()
                        ? WORDS.text("train.keep.step", scrubber.step())
                        : WORDS.text("train.keep"))
                .unless(() -> training.state().standsStill()
                        ? Optional.empty()
                        : Optional.of(
                                training.state().phase() == Phase.RUNNING
                                        ? WORDS.text("train.keep.running")
                                        : WORDS.text("train.keep.none")));
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

package chainrule.editor.session;

import chainrule.train.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * How far a training is.
 *
 * @param done steps that are done
 * @param steps steps that were asked for
 * @param rate the learning rate of the last step; NaN before the first
 * @param metrics loss and accuracy on all examples; null before the training has stood still once
 * @param problem why it stopped or did not begin, as a sentence; empty where nothing is wrong
 */
public record TrainingState(
        Phase phase, int done, int steps, double rate, LossCurve curve, @Nullable Metrics metrics, String problem) {
    /** What a training does now. */
    public enum Phase {
        /** There is none, or what it learned was kept or forgotten. */
        NONE,
        RUNNING,
        /** It stands still and can go on. */
        PAUSED,
        /** All its steps are done. */
        DONE
    }

    static TrainingState none() {
        return new TrainingState(Phase.NONE, 0, 0, Double.NaN, LossCurve.empty(), null, "");
    }

    TrainingState in(Phase other) {
        return new TrainingState(other, done, steps, rate, curve, metrics, problem);
    }

    TrainingState refused(String sentence) {
        return new TrainingState(Phase.NONE, done, steps, rate, curve, metrics, sentence);
    }

    /** Whether there are weights that can be kept. */
    public boolean standsStill() {
        return phase == Phase.PAUSED || phase == Phase.DONE;
    }
}

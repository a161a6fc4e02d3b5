package chainrule.editor.session;

import chainrule.train.Breakpoints;
import chainrule.train.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * How far a training is.
 *
 * @param done steps that are done
 * @param steps steps that were asked for
 * @param epoch how many steps an epoch takes; 1 where each step takes all examples
 * @param rate the learning rate of the last step; NaN before the first
 * @param metrics loss and accuracy on all examples; null before the training has stood still once
 * @param kept what it takes to go back to any step
 * @param stop the condition that it stands at; null where it stands still for another reason
 * @param problem why it stopped or did not begin, as a sentence; empty where nothing is wrong
 */
public record TrainingState(
        Phase phase,
        int done,
        int steps,
        int epoch,
        double rate,
        LossCurve curve,
        @Nullable Metrics metrics,
        Kept kept,
        Breakpoints.@Nullable Stop stop,
        String problem) {
    /**
     * The moments of a training that are kept.
     *
     * @param moments how many
     * @param every how many steps lie between two of them
     * @param bytes what they take together
     * @param pace how many seconds a step takes
     */
    public record Kept(int moments, int every, long bytes, double pace) {
        /** How many steps are run again at most to get to one of them. */
        public int again() {
            return every - 1;
        }

        /** How many seconds that takes. */
        public double longest() {
            return again() * pace;
        }

        static Kept nothing() {
            return new Kept(0, 1, 0, 0);
        }
    }

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
        return new TrainingState(Phase.NONE, 0, 0, 1, Double.NaN, LossCurve.empty(), null, Kept.nothing(), null, "");
    }

    TrainingState in(Phase other) {
        return new TrainingState(other, done, steps, epoch, rate, curve, metrics, kept, null, problem);
    }

    /** The same with a sentence about why it does not go on. */
    TrainingState saying(String sentence) {
        return new TrainingState(phase, done, steps, epoch, rate, curve, metrics, kept, stop, sentence);
    }

    TrainingState refused(String sentence) {
        return new TrainingState(Phase.NONE, done, steps, epoch, rate, curve, metrics, kept, null, sentence);
    }

    static TrainingState begun(int steps) {
        return new TrainingState(
                Phase.RUNNING, 0, steps, 1, Double.NaN, LossCurve.empty(), null, Kept.nothing(), null, "");
    }

    /** Whether there are weights that can be kept. */
    public boolean standsStill() {
        return phase == Phase.PAUSED || phase == Phase.DONE;
    }
}

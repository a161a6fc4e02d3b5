package chainrule.editor.output;

import chainrule.editor.film.Moment;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.Workbench;
import chainrule.exec.Step;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a film can be made of: the pass that is looked at, and the training where it stands still. */
record FilmSource(Workbench bench, TrainingSession training) {
    /** What of it. */
    enum Part {
        PASS,
        FORWARD,
        BACKWARD,
        TRAINING
    }

    /** The first place and the last, in steps that are done. */
    record Range(int first, int last) {}

    /** The pass, or null before the first. */
    @Nullable
    Trace pass() {
        return bench.stepper().cursor().map(cursor -> cursor.trace()).orElse(null);
    }

    boolean isTrained() {
        return training.state().standsStill() && training.state().done() > 0;
    }

    /** All places of a part. */
    Range range(Part part) {
        Trace pass = pass();
        int steps = pass == null ? 0 : pass.steps().size();
        int forward = pass == null
                ? 0
                : (int) pass.steps().stream()
                        .filter(step -> step instanceof Step.Forward)
                        .count();
        return switch (part) {
            case PASS -> new Range(0, steps);
            case FORWARD -> new Range(0, forward);
            case BACKWARD -> new Range(forward, steps);
            case TRAINING -> new Range(0, training.state().done());
        };
    }

    /** One moment of a training, once the engine has run to it. */
    void trained(int step, Consumer<Moment> answer) {
        training.survey(step, pass -> answer.accept(Moment.ofTraining(pass, step)));
    }

    /**
     * Collects moments of a training, one after the other.
     *
     * @param goOn asked with each pass and its step whether to go on
     * @param answer takes all of them in the end
     */
    void collect(Range range, int every, BiPredicate<Trace, Integer> goOn, Consumer<List<Moment>> answer) {
        collect(new ArrayList<>(), range, every, goOn, answer);
    }

    private void collect(
            List<Moment> moments,
            Range left,
            int every,
            BiPredicate<Trace, Integer> goOn,
            Consumer<List<Moment>> answer) {
        training.survey(left.first(), pass -> {
            if (goOn.test(pass, left.first())) {
                moments.add(Moment.ofTraining(pass, left.first()));
                if (left.first() + every > left.last()) {
                    answer.accept(moments);
                } else {
                    collect(moments, new Range(left.first() + every, left.last()), every, goOn, answer);
                }
            }
        });
    }
}

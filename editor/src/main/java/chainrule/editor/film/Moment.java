package chainrule.editor.film;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.StepSentence;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame: a place in a pass, and what is said about it.
 *
 * @param marked whether the step before the place is marked, as inside a pass
 */
public record Moment(TraceCursor cursor, boolean marked, String caption) {
    private static final Phrases WORDS = Phrases.of(Moment.class);
    private static final int DIGITS = 4;

    /**
     * The moments of a pass from one place to another, both included, where a place is how many steps are done. Where
     * the pass is over with them, it is seen once more as a whole.
     */
    public static List<Moment> ofPass(Trace trace, int from, int to) {
        List<Moment> moments = new ArrayList<>();
        for (int done = from; done <= to; done++) {
            TraceCursor there = new TraceCursor(trace, done);
            moments.add(new Moment(there, true, StepSentence.at(there).orElse(WORDS.text("film.before"))));
        }
        if (to == trace.steps().size()) {
            moments.add(new Moment(TraceCursor.atEnd(trace), false, WORDS.text("film.whole")));
        }
        return moments;
    }

    /** The pass with which a training goes on after so many steps. */
    public static Moment ofTraining(Trace pass, int done) {
        String steps = WORDS.count("film.trained", done);
        String caption = pass.plan()
                .root()
                .flatMap(root -> pass.end().value(pass.plan().first(root)))
                .filter(value -> value.size() == 1)
                .map(value -> WORDS.text("film.loss", steps, Digits.significant(value.at(0), DIGITS)))
                .orElse(steps);
        return new Moment(TraceCursor.atEnd(pass), false, caption);
    }

    /** How a picture of the graph is at this moment. */
    public GraphPicture of(GraphPicture look) {
        return marked ? look.at(cursor, caption) : look.after(cursor.trace(), caption);
    }
}

package chainrule.editor.compare;

import chainrule.editor.session.Contrast;
import chainrule.editor.session.Sight;
import chainrule.editor.session.TrainingState;
import chainrule.trace.Pairing;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads a second graph along the timeline of the first: it stands at the {@linkplain Pairing same moment} of its pass, is
 * trained for as many steps, and is looked at after the same one. What differs is marked in both. Used on one thread.
 */
public final class LockStep {
    private final Track here;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Track other;
    private boolean leading;
    private boolean again;
    private @Nullable Trace pairedHere;
    private @Nullable Trace pairedThere;
    private @Nullable Pairing pairing;

    public LockStep(Track here) {
        this.here = here;
        here.scrubber().onChange(this::lead);
        here.training().onChange(this::lead);
        here.bench().showing().onChange(this::lead);
        here.bench().evaluator().onChange(evaluation -> lead());
    }

    /** Calls back when either graph is elsewhere, or the second is another one. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Track here() {
        return here;
    }

    /** What differs between both as far as they have come; nothing while one of them has not begun. */
    List<Difference> differences() {
        Track second = other;
        Contrast.Side mine = side(here);
        Contrast.Side theirs = second == null ? null : side(second);
        return mine == null || theirs == null ? List.of() : Difference.of(mine, theirs);
    }

    /** Leads a graph from now on; null leads none. */
    void lead(@Nullable Track second) {
        other = second;
        pairing = null;
        pairedHere = null;
        pairedThere = null;
        if (second != null) {
            Runnable moved = () -> {
                if (other == second) {
                    lead();
                }
            };
            second.scrubber().onChange(moved);
            second.training().onChange(moved);
            second.bench().evaluator().onChange(evaluation -> moved.run());
        }
        lead();
    }

    /** What moves on the way is followed once more; it comes to rest, since a place that is right is left alone. */
    private void lead() {
        again = true;
        if (leading) {
            return;
        }
        leading = true;
        while (again) {
            again = false;
            Track second = other;
            if (second != null) {
                follow(second);
            }
        }
        leading = false;
        mark();
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void follow(Track second) {
        second.bench().stepper().blanks().follow(here.bench().stepper().blanks());
        second.bench().showing().show(here.bench().showing().scope());
        if (!here.scrubber().isInTraining()) {
            if (second.training().state().phase() != TrainingState.Phase.NONE) {
                second.training().reset();
            }
            place(second);
        } else if (isAsTrained(second)) {
            int step = here.scrubber().step();
            if (second.scrubber().step() != step) {
                second.scrubber().goTo(step, this::doneIn);
            } else if (!second.scrubber().isPending()) {
                place(second);
            }
        }
    }

    /** Whether both are trained for as many steps; the second is trained further where it is behind. */
    private boolean isAsTrained(Track second) {
        int done = here.training().state().done();
        TrainingState theirs = second.training().state();
        if (theirs.phase() == TrainingState.Phase.RUNNING) {
            return false;
        }
        if (theirs.done() > done) {
            second.training().reset();
            return false;
        }
        if (theirs.done() < done && theirs.problem().isEmpty()) {
            second.training().advance(done - theirs.done());
            return false;
        }
        return theirs.done() == done;
    }

    private void place(Track second) {
        second.bench().stepper().cursor().ifPresent(there -> {
            int done = doneIn(there.trace());
            if (done != there.done()) {
                second.bench().stepper().moveTo(done);
            }
        });
    }

    /** How many steps of a pass are done at the moment at which the first graph is. */
    private int doneIn(Trace there) {
        return here.bench()
                .stepper()
                .cursor()
                .map(cursor -> paired(cursor.trace(), there).done(cursor.done()))
                .orElse(there.steps().size());
    }

    private Pairing paired(Trace first, Trace second) {
        Pairing known = pairing;
        if (known == null || pairedHere != first || pairedThere != second) {
            known = Pairing.of(first, second);
            pairing = known;
            pairedHere = first;
            pairedThere = second;
        }
        return known;
    }

    private void mark() {
        Track second = other;
        if (second == null) {
            here.bench().showing().contrast(Contrast.none());
            return;
        }
        Contrast.Side mine = side(here);
        Contrast.Side theirs = side(second);
        if (mine != null && theirs != null) {
            here.bench().showing().contrast(Contrast.of(mine, theirs));
            second.bench().showing().contrast(Contrast.of(theirs, mine));
        }
    }

    private static Contrast.@Nullable Side side(Track track) {
        TraceCursor cursor = track.bench().stepper().cursor().orElse(null);
        if (cursor == null) {
            return null;
        }
        var shown = track.bench().showing().shown();
        return new Contrast.Side(shown.document().graph(), new Sight(shown, cursor.trace(), cursor.view()));
    }
}

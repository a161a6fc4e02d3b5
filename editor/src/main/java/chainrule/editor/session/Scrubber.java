package chainrule.editor.session;

import chainrule.editor.session.TrainingState.Phase;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import chainrule.train.Breakpoints;
import chainrule.train.ObservedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Leads the learner through a pass and, where the graph was trained, from one training step to any other: what the
 * {@link Stepper} looks at then is the pass of that step with its updates. While a training runs it looks at what is
 * newest. Used on one thread.
 */
public final class Scrubber {
    private static final Phrases WORDS = Phrases.of(Scrubber.class);

    private final Stepper stepper;
    private final TrainingSession training;
    private final List<Runnable> listeners = new ArrayList<>();
    private Stride stride = Stride.OPERATION;
    private Phase phase = Phase.NONE;
    private int step;
    private boolean pending;
    private @Nullable ObservedStep observed;

    public Scrubber(Stepper stepper, TrainingSession training) {
        this.stepper = stepper;
        this.training = training;
        training.onChange(this::trained);
        training.onGlimpse(this::follow);
        stepper.onChange(this::tell);
    }

    /** Calls back when the place or the stride is another one, or when one is awaited. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Stride stride() {
        return stride;
    }

    public void choose(Stride chosen) {
        stride = chosen;
        tell();
    }

    /** Whether there is a training whose steps can be gone to. */
    public boolean isInTraining() {
        return stepper.isAway();
    }

    /** How many training steps are done before the one that is looked at, or that is awaited. */
    public int step() {
        return step;
    }

    /** The last training step that can be gone to: the one that is not done yet. */
    public int lastStep() {
        return training.state().done();
    }

    /** Whether the engine has been asked for a training step and has not answered yet. */
    public boolean isPending() {
        return pending;
    }

    /** The training step that is looked at with its updates; empty where none is. */
    public Optional<ObservedStep> observed() {
        return stepper.isAway() ? Optional.ofNullable(observed) : Optional.empty();
    }

    public void next() {
        move(stride, 1);
    }

    public void previous() {
        move(stride, -1);
    }

    /** Goes one stride on, but not past a breakpoint of the pass; answers whether it stands at one. */
    public boolean play(Breaks breaks) {
        TraceCursor before = stepper.cursor().orElse(null);
        OptionalInt stop = before == null || stride.isOfTraining() ? OptionalInt.empty() : breaks.next(before);
        next();
        TraceCursor after = stepper.cursor().orElse(null);
        boolean met = stop.isPresent()
                && before != null
                && after != null
                && after.trace() == before.trace()
                && after.done() >= stop.getAsInt();
        if (met) {
            stepper.moveTo(stop.getAsInt());
        }
        return met;
    }

    /** Goes to the next breakpoint of the pass, or to its end. */
    public void toBreak(Breaks breaks) {
        stepper.cursor().ifPresent(c -> stepper.moveTo(breaks.next(c).orElse(Integer.MAX_VALUE)));
    }

    /** Goes one stride on, or back. */
    public void move(Stride by, int direction) {
        if (by.isOfTraining()) {
            goTo(step + direction * (by == Stride.EPOCH ? training.state().epoch() : 1));
        } else if (!pending) {
            stepper.cursor().ifPresent(c -> within(c, by, direction));
        }
    }

    /** Why there is no stride in a direction, as a sentence; empty where there is one. */
    public Optional<String> refusal(Stride by, int direction) {
        if (by.isOfTraining() && !isInTraining()) {
            return Optional.of(WORDS.text("step.onePass"));
        }
        TraceCursor cursor = stepper.cursor().orElse(null);
        if (cursor == null) {
            return Optional.of(WORDS.text("step.noPass"));
        }
        boolean inside = !by.isOfTraining() && !(direction > 0 ? cursor.isAtEnd() : cursor.isAtStart());
        boolean more = isInTraining() && (direction > 0 ? step < lastStep() : step > 0);
        if (inside || more) {
            return Optional.empty();
        }
        return Optional.of(WORDS.text(direction > 0 ? "step.last" : "step.first"));
    }

    /** Goes to a training step, to the same moment of its pass. */
    public void goTo(int wanted) {
        TraceCursor here = stepper.cursor().orElse(null);
        goTo(wanted, trace -> here == null || here.isAtEnd() ? trace.steps().size() : here.done());
    }

    /** Goes to a training step, where so many steps of its pass and its updates are done. */
    public void goTo(int wanted, int done) {
        goTo(wanted, trace -> done);
    }

    /** Has these nodes shown part by part, beside the blocks: the training step that is looked at, too, at the same moment. */
    public void open(Set<NodeId> parts) {
        training.open(parts);
        if (isInTraining() && training.state().standsStill()) {
            TraceCursor before = stepper.cursor().orElseThrow();
            look(
                    step,
                    trace -> before.isAtEnd()
                            ? trace.steps().size()
                            : TraceCursor.sameMoment(before, trace).done());
        }
    }

    /** Goes to before the first step: of the training where its steps are gone through, else of the pass. */
    public void toBeginning() {
        if (isInTraining()) {
            goTo(0, trace -> stride.isOfTraining() ? trace.steps().size() : 0);
        } else {
            stepper.toStart();
        }
    }

    private void within(TraceCursor cursor, Stride by, int direction) {
        boolean over = direction > 0 ? cursor.isAtEnd() : cursor.isAtStart();
        if (!over) {
            stepper.moveTo(by.from(cursor.trace(), cursor.done(), direction));
        } else if (refusal(by, direction).isEmpty()) {
            goTo(step + direction, trace -> direction > 0 ? 0 : trace.steps().size());
        }
    }

    /** Goes to a training step, where so many steps of its pass and its updates are done as it is asked for then. */
    public void goTo(int wanted, ToIntFunction<Trace> landing) {
        if (!isInTraining()) {
            return;
        }
        int there = Math.max(0, Math.min(lastStep(), wanted));
        ObservedStep known = observed;
        if (!pending && known != null && known.step() == there) {
            step = there;
            land(stepper.cursor().map(TraceCursor::trace).orElse(known.trace()), landing);
            return;
        }
        look(there, landing);
    }

    private void look(int there, ToIntFunction<Trace> landing) {
        step = there;
        pending = true;
        tell();
        training.look(there, answer -> {
            pending = false;
            observed = answer.observed();
            land(answer.trace(), landing);
        });
    }

    private void land(Trace trace, ToIntFunction<Trace> landing) {
        int done = Math.max(0, Math.min(trace.steps().size(), landing.applyAsInt(trace)));
        ObservedStep there = observed;
        boolean moved = there != null && trace.steps().size() > trace.passSteps();
        stepper.visit(trace, done, moved && there != null ? there.updates() : List.of());
        tell();
    }

    /** A training has begun, gone on, stopped, or is over. */
    private void trained() {
        TrainingState state = training.state();
        Phase before = phase;
        phase = state.phase();
        if (phase == Phase.NONE) {
            pending = false;
            observed = null;
            step = 0;
            stepper.comeBack();
        } else if (phase == Phase.RUNNING && before != Phase.RUNNING) {
            pending = false;
            observed = null;
        } else if (state.standsStill() && before == Phase.RUNNING && !pending) {
            Breakpoints.Stop stop = state.stop();
            show(
                    state.done(),
                    trace -> stop == null || stop.passSteps() == 0
                            ? trace.steps().size()
                            : at(stop, trace));
        }
        tell();
    }

    /** Where a stop is in its pass, other nodes of which may be opened now: there the condition holds for sure. */
    private static int at(Breakpoints.Stop stop, Trace trace) {
        return stop.condition().first(trace, Double.NEGATIVE_INFINITY).orElse(stop.passSteps());
    }

    private void show(int done, ToIntFunction<Trace> landing) {
        step = done;
        pending = true;
        observed = null;
        training.look(done, answer -> {
            pending = false;
            observed = answer.observed();
            land(answer.trace(), landing);
        });
    }

    private void follow(TrainingSession.Glimpse glimpse) {
        if (!pending) {
            step = glimpse.done();
            observed = null;
            stepper.visit(glimpse.trace(), glimpse.trace().steps().size());
            tell();
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}

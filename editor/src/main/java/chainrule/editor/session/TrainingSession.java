package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.KeepWeights;
import chainrule.exec.RunProblem;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import chainrule.train.Condition;
import chainrule.train.ObservedStep;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trains the current document while it is looked at: on the worker, in short turns between which other work gets its
 * own. The document stays as it is until the weights are kept; another graph, precision or way of training forgets what
 * was learned. Used on the thread that {@code ui} runs on.
 */
public final class TrainingSession {
    private static final Phrases WORDS = Phrases.of(TrainingSession.class);
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int NEVER = -1;
    /** With how many digits the updates are told. */
    private static final int DIGITS = 4;

    private final History history;
    private final Executor ui;
    private final Executor worker;
    private final long budget;
    private final long mostKept;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicLong revision = new AtomicLong();
    private final AtomicReference<TrainingState.Phase> wanted = new AtomicReference<>(TrainingState.Phase.NONE);
    private TrainingState state = TrainingState.none();
    private Document trained;
    private final List<Consumer<Glimpse>> followers = new ArrayList<>();
    private Supplier<List<Condition>> conditions = List::of;
    private volatile Set<NodeId> opened = Set.of();
    private final AtomicLong looks = new AtomicLong();
    /** Owned by the worker. */
    private @Nullable Learning learning;
    /** Owned by the worker: how often it tells what it sees. */
    private final Pace glimpses = new Pace();

    /**
     * A training step that was looked at.
     *
     * @param trace its pass, followed by its updates where they are done
     */
    public record Looked(ObservedStep observed, Trace trace) {}

    /** What a running training has come to: its next pass. */
    public record Glimpse(int done, Trace trace) {}

    /**
     * @param budget bytes that the buffers of one graph may take
     */
    public TrainingSession(History history, Executor ui, Executor worker, long budget) {
        this(history, ui, worker, budget, Learning.MOST_KEPT);
    }

    /**
     * @param mostKept bytes that the moments kept for going back may take
     */
    TrainingSession(History history, Executor ui, Executor worker, long budget, long mostKept) {
        this.history = history;
        this.ui = ui;
        this.worker = worker;
        this.budget = budget;
        this.mostKept = mostKept;
        this.trained = history.document();
        history.onChange(this::documentChanged);
    }

    /** The bytes that the moments kept for going back may take. */
    public long mostKept() {
        return mostKept;
    }

    public TrainingState state() {
        return state;
    }

    /** How the current document is trained. */
    public Training training() {
        return history.document().file().trained().orElseGet(Training::standard);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Has these nodes shown part by part in passes that are asked for from now on, beside the blocks. */
    public void open(Set<NodeId> parts) {
        opened = Set.copyOf(parts);
    }

    /** Has a training that begins or goes on stop at conditions, which are asked for then. */
    public void stopAt(Supplier<List<Condition>> sought) {
        conditions = sought;
    }

    /**
     * Answers with the pass of a step that is done, or of the next one, while the training stands still.
     *
     * @param step counted from 0
     */
    public void survey(int step, Consumer<Trace> answer) {
        long asked = revision.get();
        worker.execute(() -> guarded(asked, () -> {
            Learning known = learning;
            if (known != null && revision.get() == asked) {
                known.open(opened);
                Trace pass = known.pass(Math.min(step, known.done()));
                ui.execute(() -> {
                    if (revision.get() == asked) {
                        answer.accept(pass);
                    }
                });
            }
        }));
    }

    /** Calls back with what a running training has come to, now and then. */
    public void onGlimpse(Consumer<Glimpse> follower) {
        followers.add(follower);
    }

    /**
     * Looks at a step that is done, or at the next one. The answer comes when the worker has it, unless another look was
     * asked for meanwhile; a training that runs stands still first.
     *
     * @param step counted from 0
     */
    public void look(int step, Consumer<Looked> answer) {
        pause();
        long asked = revision.get();
        long look = looks.incrementAndGet();
        BooleanSupplier overtaken = () -> revision.get() != asked || looks.get() != look;
        worker.execute(() -> guarded(asked, () -> {
            Learning known = learning;
            if (known != null && !overtaken.getAsBoolean()) {
                answer(known, step, overtaken, answer);
            }
        }));
    }

    private void answer(Learning known, int step, BooleanSupplier overtaken, Consumer<Looked> answer) {
        try {
            known.open(opened);
            ObservedStep observed = known.look(step, overtaken);
            Looked looked = new Looked(observed, step < known.done() ? observed.whole(DIGITS) : observed.trace());
            ui.execute(() -> {
                if (!overtaken.getAsBoolean()) {
                    answer.accept(looked);
                }
            });
        } catch (CancellationException left) {
            // The learner has gone elsewhere, and that look is on its way.
        }
    }

    /** Begins a training, or goes on with one that stands still before its last step. */
    public void start() {
        go(NEVER);
    }

    /** One step, of a training that begins or goes on with it. */
    public void step() {
        go(1);
    }

    /** So many steps, of a training that begins or goes on with them; no condition stops it. */
    public void advance(int steps) {
        go(steps);
    }

    /** Lets the training stand still after the step that it is at. */
    public void pause() {
        wanted.compareAndSet(TrainingState.Phase.RUNNING, TrainingState.Phase.PAUSED);
    }

    /** Forgets what was learned. */
    public void reset() {
        forget();
        publish(TrainingState.none());
    }

    /** Puts all that was learned into the document; the training is over with that. */
    public void keep() {
        keep(state.done());
    }

    /**
     * Puts what was learned in so many steps into the document; the training is over with that.
     *
     * @param steps at most as many as are done
     */
    public void keep(int steps) {
        if (!state.standsStill()) {
            return;
        }
        long asked = revision.get();
        worker.execute(() -> guarded(asked, () -> {
            Learning known = learning;
            if (known != null && revision.get() == asked) {
                Learning.Learned learned = known.learned(steps);
                KeepWeights command = new KeepWeights(learned.parameters(), learned.gathered());
                ui.execute(() -> keep(command, asked));
            }
        }));
    }

    /** Frees the engine's memory; for a document that is closed. */
    public void close() {
        forget();
    }

    private void keep(KeepWeights command, long asked) {
        if (revision.get() == asked) {
            TrainingState learned = state;
            forget();
            history.perform(command);
            publish(learned.in(TrainingState.Phase.NONE));
        }
    }

    private void go(int steps) {
        if (state.phase() == TrainingState.Phase.RUNNING) {
            return;
        }
        looks.incrementAndGet();
        boolean goesOn = state.phase() == TrainingState.Phase.PAUSED;
        if (!goesOn) {
            forget();
            trained = history.document();
        }
        Training training = training();
        Document document = trained;
        List<Condition> sought = steps == NEVER ? conditions.get() : List.of();
        long asked = revision.get();
        wanted.set(TrainingState.Phase.RUNNING);
        publish(goesOn ? state.in(TrainingState.Phase.RUNNING) : TrainingState.begun(training.steps()));
        worker.execute(() -> guarded(asked, () -> {
            if (revision.get() == asked && (goesOn || begin(document, training, asked)) && sought(sought, asked)) {
                Learning running = learning;
                turn(asked, steps == NEVER || running == null ? NEVER : running.done() + steps);
            }
        }));
    }

    /** A training that fails is a learner's mistake or a fault of ours: either is said. */
    private void guarded(long asked, Runnable work) {
        try {
            work.run();
        } catch (RunProblem stopped) {
            refuse(stopped.problem().line(), asked);
        } catch (OutOfMemoryError exhausted) {
            refuse(WORDS.text("training.memory"), asked);
        } catch (RuntimeException fault) {
            refuse(WORDS.text("run.fault", fault), asked);
        }
    }

    /** On the worker: makes the training; answers whether there is one. */
    private boolean begin(Document document, Training training, long asked) {
        try {
            learning = Learning.of(document, training, budget, mostKept);
            glimpses.begin();
            return true;
        } catch (TrainingProblem problem) {
            refuse(problem.problem().line(), asked);
            return false;
        }
    }

    /** On the worker: answers whether conditions can be looked for; where one cannot, why not is said and it stands still. */
    private boolean sought(List<Condition> sought, long asked) {
        Learning running = learning;
        if (running == null) {
            return false;
        }
        try {
            running.stopAt(sought);
            return true;
        } catch (TrainingProblem problem) {
            TrainingState still = running.state(TrainingState.Phase.PAUSED);
            publishLater(still.saying(problem.problem().line()), asked);
            return false;
        }
    }

    /** On the worker: steps for a short while, says how far it is, and takes the next turn after all that waits. */
    private void turn(long asked, int goal) {
        Learning running = learning;
        if (running == null || revision.get() != asked) {
            return;
        }
        int steps = running.steps();
        int end = goal == NEVER ? steps : Math.min(steps, goal);
        long until = System.nanoTime() + TURN_NANOS;
        TrainingRun.Watcher watcher = (done, loss) -> System.nanoTime() < until && goesOn(asked);
        if (goal == NEVER) {
            running.advanceToStop(end, watcher, () -> !goesOn(asked));
        } else {
            running.advance(end, watcher, () -> !goesOn(asked));
        }
        boolean on = running.stop() == null && running.done() < end && goesOn(asked);
        if (revision.get() == asked) {
            tell(running, on, asked);
        }
        if (on) {
            worker.execute(() -> guarded(asked, () -> turn(asked, goal)));
        }
    }

    private boolean goesOn(long asked) {
        return wanted.get() == TrainingState.Phase.RUNNING && revision.get() == asked;
    }

    private void tell(Learning running, boolean on, long asked) {
        TrainingState.Phase phase = on
                ? TrainingState.Phase.RUNNING
                : running.done() < running.steps() ? TrainingState.Phase.PAUSED : TrainingState.Phase.DONE;
        publishLater(running.state(phase), asked);
        long now = System.nanoTime();
        if (on && glimpses.due(now)) {
            running.open(opened);
            Glimpse glimpse = new Glimpse(running.done(), running.glimpse());
            glimpses.told(now, System.nanoTime());
            ui.execute(() -> {
                if (revision.get() == asked && state.phase() == TrainingState.Phase.RUNNING) {
                    List.copyOf(followers).forEach(follower -> follower.accept(glimpse));
                }
            });
        }
    }

    private void refuse(String sentence, long asked) {
        publishLater(TrainingState.none().refused(sentence), asked);
    }

    private void publishLater(TrainingState told, long asked) {
        ui.execute(() -> {
            if (revision.get() == asked) {
                publish(told);
            }
        });
    }

    private void documentChanged() {
        Document now = history.document();
        boolean same = now.graph() == trained.graph()
                && now.precision() == trained.precision()
                && now.file().trained().equals(trained.file().trained());
        if (!same) {
            boolean any = state.phase() != TrainingState.Phase.NONE;
            forget();
            trained = now;
            if (any || !state.problem().isEmpty()) {
                publish(TrainingState.none());
            }
        }
    }

    private void forget() {
        revision.incrementAndGet();
        wanted.set(TrainingState.Phase.NONE);
        worker.execute(() -> {
            Learning old = learning;
            learning = null;
            if (old != null) {
                old.close();
            }
        });
    }

    private void publish(TrainingState told) {
        state = told;
        List.copyOf(listeners).forEach(Runnable::run);
    }
}

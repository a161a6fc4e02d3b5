package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.KeepWeights;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Trains the current document while it is looked at: on the worker, in short turns between which other work gets its
 * own. The document stays as it is until the weights are kept; another graph, precision or way of training forgets what
 * was learned. Used on the thread that {@code ui} runs on.
 */
public final class TrainingSession {
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int NEVER = -1;

    private final History history;
    private final Executor ui;
    private final Executor worker;
    private final long budget;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicLong revision = new AtomicLong();
    private final AtomicReference<TrainingState.Phase> wanted = new AtomicReference<>(TrainingState.Phase.NONE);
    private TrainingState state = TrainingState.none();
    private Document trained;
    /** Owned by the worker. */
    private @Nullable TrainingRun run;

    /**
     * @param budget bytes that the buffers of one graph may take
     */
    public TrainingSession(History history, Executor ui, Executor worker, long budget) {
        this.history = history;
        this.ui = ui;
        this.worker = worker;
        this.budget = budget;
        this.trained = history.document();
        history.onChange(this::documentChanged);
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

    /** Begins a training, or goes on with one that stands still before its last step. */
    public void start() {
        go(NEVER);
    }

    /** One step, of a training that begins or goes on with it. */
    public void step() {
        go(1);
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

    /** Puts what was learned into the document; the training is over with that. */
    public void keep() {
        if (!state.standsStill()) {
            return;
        }
        long asked = revision.get();
        worker.execute(() -> {
            TrainingRun learned = run;
            if (learned != null && revision.get() == asked) {
                KeepWeights command = new KeepWeights(learned.parameters(), learned.gathered());
                ui.execute(() -> keep(command, asked));
            }
        });
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
        boolean goesOn = state.phase() == TrainingState.Phase.PAUSED;
        if (!goesOn) {
            forget();
            trained = history.document();
        }
        Training training = training();
        Document document = trained;
        long asked = revision.get();
        wanted.set(TrainingState.Phase.RUNNING);
        publish(goesOn ? state.in(TrainingState.Phase.RUNNING) : begun(training));
        worker.execute(() -> guarded(asked, () -> {
            if (revision.get() == asked && (goesOn || begin(document, training, asked))) {
                turn(asked, steps);
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
            refuse("This training needs more memory than the program may take.", asked);
        } catch (RuntimeException fault) {
            refuse("The engine stopped at a fault of this program: " + fault + ".", asked);
        }
    }

    private static TrainingState begun(Training training) {
        return new TrainingState(
                TrainingState.Phase.RUNNING, 0, training.steps(), Double.NaN, LossCurve.empty(), null, "");
    }

    /** On the worker: makes the run; answers whether there is one. */
    private boolean begin(Document document, Training training, long asked) {
        Compilation compilation = ExecutionPlan.compile(document.graph(), document.precision(), budget);
        if (compilation instanceof Compilation.Rejected rejected) {
            refuse(rejected.problems().get(0).line(), asked);
            return false;
        }
        try {
            run = TrainingRun.of(((Compilation.Compiled) compilation).plan(), training);
            return true;
        } catch (TrainingProblem problem) {
            refuse(problem.problem().line(), asked);
            return false;
        }
    }

    /** On the worker: steps for a short while, says how far it is, and takes the next turn after all that waits. */
    private void turn(long asked, int most) {
        TrainingRun running = run;
        if (running == null || revision.get() != asked) {
            return;
        }
        int steps = running.training().steps();
        int end = most == NEVER ? steps : Math.min(steps, running.done() + most);
        long until = System.nanoTime() + TURN_NANOS;
        running.run(end, (done, loss) -> System.nanoTime() < until && goesOn(asked));
        boolean on = running.done() < end && goesOn(asked);
        tell(running, on, asked);
        if (on) {
            worker.execute(() -> guarded(asked, () -> turn(asked, most)));
        }
    }

    private boolean goesOn(long asked) {
        return wanted.get() == TrainingState.Phase.RUNNING && revision.get() == asked;
    }

    private void tell(TrainingRun running, boolean on, long asked) {
        int done = running.done();
        int steps = running.training().steps();
        TrainingState.Phase phase =
                on ? TrainingState.Phase.RUNNING : done < steps ? TrainingState.Phase.PAUSED : TrainingState.Phase.DONE;
        TrainingState told = new TrainingState(
                phase,
                done,
                steps,
                done == 0 ? Double.NaN : running.rate(done - 1),
                LossCurve.of(running.losses(), running.stepsAnEpoch()),
                on ? null : running.metrics(),
                "");
        publishLater(told, asked);
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
            TrainingRun old = run;
            run = null;
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

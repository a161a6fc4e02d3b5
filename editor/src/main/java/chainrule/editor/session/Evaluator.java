package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Validation;
import chainrule.kernel.Memory;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and runs the current document after every edit: validation at once, the engine on the worker. An answer
 * that an edit has overtaken is dropped. Listeners are called on the thread that {@code ui} runs on.
 */
public final class Evaluator {
    private static final Phrases WORDS = Phrases.of(Evaluator.class);

    private final History history;
    private final Executor ui;
    private final Executor worker;
    private final LivePass live;
    private final AtomicLong revision = new AtomicLong();
    private final List<Consumer<Evaluation>> listeners = new ArrayList<>();
    private Evaluation current;
    private boolean engineReady;
    private Set<NodeId> opened = Set.of();
    private @Nullable Document evaluated;
    private volatile @Nullable Progress progress;

    /**
     * @param budget bytes that the buffers of one graph may take
     */
    public Evaluator(History history, Executor ui, Executor worker, long budget) {
        this.history = history;
        this.ui = ui;
        this.worker = worker;
        this.live = new LivePass(budget, now -> progress = now);
        this.current = pending(
                history.document(), null, Validation.of(history.document().graph()));
        history.onChange(this::documentChanged);
    }

    /** Starts the engine and the first evaluation. */
    public void start() {
        worker.execute(() -> {
            Memory.warmUp();
            ui.execute(() -> {
                engineReady = true;
                publish(current);
            });
        });
        evaluate();
    }

    public Evaluation current() {
        return current;
    }

    /** Whether the native engine has started. */
    public boolean engineReady() {
        return engineReady;
    }

    public void onChange(Consumer<Evaluation> listener) {
        listeners.add(listener);
    }

    /** Has these nodes computed part by part, beside the blocks; evaluates again where that changes something. */
    public void open(Set<NodeId> paths) {
        if (!paths.equals(opened)) {
            opened = Set.copyOf(paths);
            evaluate();
        }
    }

    /** Evaluates the current document again. */
    public void evaluate() {
        Document document = history.document();
        evaluated = document;
        long asked = revision.incrementAndGet();
        Validation validation = current.validation().after(current.document().graph(), document.graph());
        Evaluation pending = pending(document, current.trace(), validation);
        publish(pending);
        if (pending.state() == Evaluation.State.REJECTED) {
            return;
        }
        Set<NodeId> parts = opened;
        progress = null;
        worker.execute(() -> {
            if (revision.get() == asked) {
                Evaluation answer = answer(pending, parts, () -> revision.get() != asked);
                ui.execute(() -> {
                    if (revision.get() == asked) {
                        publish(answer);
                    }
                });
            }
        });
    }

    /** Stops the pass that runs, between two steps; what was shown before it is kept, as stale. */
    public void cancel() {
        if (current.state() == Evaluation.State.RUNNING) {
            revision.incrementAndGet();
            publish(new Evaluation(
                    current.document(), Evaluation.State.CANCELLED, current.validation(), List.of(), current.trace()));
        }
    }

    /** How far the pass is that runs now; empty where none does, or before its first step. */
    public Optional<Progress> progress() {
        return current.state() == Evaluation.State.RUNNING ? Optional.ofNullable(progress) : Optional.empty();
    }

    /** Stops what runs and frees the engine's memory; for a document that is closed, for which nobody waits any more. */
    public void close() {
        cancel();
        revision.incrementAndGet();
        worker.execute(live::close);
    }

    private void documentChanged() {
        Document document = history.document();
        Document before = evaluated;
        boolean same =
                before != null && before.graph() == document.graph() && before.precision() == document.precision();
        if (!same) {
            evaluate();
        }
    }

    private static Evaluation pending(Document document, @Nullable Trace last, Validation validation) {
        Evaluation.State state = validation.problems().isEmpty() ? Evaluation.State.RUNNING : Evaluation.State.REJECTED;
        return new Evaluation(document, state, validation, validation.problems(), last);
    }

    /** An evaluation that fails is a fault of ours: it is said, and the next edit is evaluated all the same. */
    private Evaluation answer(Evaluation pending, Set<NodeId> parts, BooleanSupplier overtaken) {
        try {
            return run(pending, parts, overtaken);
        } catch (OutOfMemoryError exhausted) {
            live.close();
            return rejected(pending, List.of(Problem.of(WORDS.text("run.memory"))));
        } catch (RuntimeException fault) {
            live.close();
            return rejected(pending, List.of(Problem.of(WORDS.text("run.fault", fault))));
        }
    }

    private Evaluation run(Evaluation pending, Set<NodeId> parts, BooleanSupplier overtaken) {
        LivePass.Outcome outcome = live.run(pending.document(), parts, overtaken);
        return outcome.trace() == null
                ? rejected(pending, outcome.problems())
                : new Evaluation(
                        pending.document(), Evaluation.State.DONE, pending.validation(), List.of(), outcome.trace());
    }

    private static Evaluation rejected(Evaluation pending, List<Problem> problems) {
        return new Evaluation(
                pending.document(), Evaluation.State.REJECTED, pending.validation(), problems, pending.trace());
    }

    private void publish(Evaluation evaluation) {
        current = evaluation;
        List.copyOf(listeners).forEach(listener -> listener.accept(evaluation));
    }
}

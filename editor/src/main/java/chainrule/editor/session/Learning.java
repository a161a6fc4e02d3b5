package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import chainrule.trace.OpenedPass;
import chainrule.trace.Trace;
import chainrule.train.Breakpoints;
import chainrule.train.Checkpoint;
import chainrule.train.Checkpoints;
import chainrule.train.Condition;
import chainrule.train.ObservedStep;
import chainrule.train.Replay;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A training that goes on at its last step while any step before can be looked at. Moments on the way are kept within a
 * bound of memory; what lies between two of them is run again. Owned by the worker.
 */
final class Learning implements AutoCloseable {
    /** Bytes that the kept moments of one training may take. */
    static final long MOST_KEPT = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final ExecutionPlan plan;
    private final TrainingRun run;
    private final Checkpoints kept;
    private final Replay replay;
    private final OpenedPass opened = new OpenedPass();
    private Set<NodeId> shown = Set.of();
    /** Where the training goes on, while the run is led back; null where it stands there. */
    private @Nullable Checkpoint end;

    private Breakpoints breakpoints;
    private Breakpoints.@Nullable Stop stop;

    private Learning(ExecutionPlan plan, Training training, long most) throws TrainingProblem {
        this.plan = plan;
        this.run = TrainingRun.of(plan, training);
        this.breakpoints = Breakpoints.of(plan, List.of());
        this.kept = new Checkpoints(most);
        this.replay = Replay.of(run, kept);
    }

    /**
     * @param budget bytes that the buffers of the graph may take
     * @param mostKept bytes that the kept moments may take
     * @throws TrainingProblem where the document cannot be trained like that
     */
    static Learning of(Document document, Training training, long budget, long mostKept) throws TrainingProblem {
        Compilation compilation = ExecutionPlan.compile(document.graph(), document.precision(), budget);
        if (compilation instanceof Compilation.Rejected rejected) {
            throw new TrainingProblem(rejected.problems().get(0));
        }
        return new Learning(((Compilation.Compiled) compilation).plan(), training, mostKept);
    }

    /** How many steps are done. */
    int done() {
        return end == null ? run.done() : end.done();
    }

    int steps() {
        return run.training().steps();
    }

    /**
     * Steps until so many are done in all, or the watcher stops it.
     *
     * @param cancelled asked all the time; a step on the way is not done then
     */
    void advance(int steps, TrainingRun.Watcher watcher, BooleanSupplier cancelled) {
        toEnd();
        stop = null;
        run.stopWhen(cancelled);
        try {
            advance(steps, watcher);
        } catch (CancellationException left) {
            // The training stands before the step that it was at.
        } finally {
            run.stopWhen(() -> false);
        }
    }

    /** The same as far as the conditions of {@link #stopAt} let it, but for one step. */
    void advanceToStop(int steps, TrainingRun.Watcher watcher, BooleanSupplier cancelled) {
        toEnd();
        if (stop != null) {
            advance(Math.min(steps, run.done() + 1), watcher, cancelled);
        }
        if (!breakpoints.isEmpty()) {
            run.stopWhen(cancelled);
            try {
                stop = breakpoints.run(run, steps, visiting(watcher)).orElse(null);
            } catch (CancellationException left) {
                // The training stands before the step that it was at.
            } finally {
                run.stopWhen(() -> false);
            }
        } else {
            advance(steps, watcher, cancelled);
        }
    }

    /**
     * Has it stop at conditions from now on.
     *
     * @throws TrainingProblem where one cannot be looked for
     */
    void stopAt(List<Condition> conditions) throws TrainingProblem {
        breakpoints = Breakpoints.of(plan, conditions);
        open(shown);
    }

    /** Where a condition stopped it; null where none did. */
    Breakpoints.@Nullable Stop stop() {
        return stop;
    }

    private void advance(int steps, TrainingRun.Watcher watcher) {
        run.run(steps, visiting(watcher));
    }

    private TrainingRun.Watcher visiting(TrainingRun.Watcher watcher) {
        return (done, loss) -> {
            kept.visit(run);
            return watcher.goOn(done, loss);
        };
    }

    /** How far it is. */
    TrainingState state(TrainingState.Phase phase) {
        toEnd();
        int done = run.done();
        return new TrainingState(
                phase,
                done,
                steps(),
                run.stepsAnEpoch(),
                done == 0 ? Double.NaN : run.rate(done - 1),
                LossCurve.of(run.losses(), run.stepsAnEpoch()),
                phase == TrainingState.Phase.RUNNING ? null : run.metrics(),
                new TrainingState.Kept(kept.count(), kept.every(), kept.bytes(), run.pace()),
                stop,
                "");
    }

    /**
     * Has these nodes shown part by part in the passes that are looked at, beside the blocks and what a breakpoint is inside
     * of; the training runs as it did.
     */
    void open(Set<NodeId> parts) {
        shown = Set.copyOf(parts);
        Set<NodeId> all = new LinkedHashSet<>(parts);
        all.addAll(breakpoints.parts());
        opened.open(all);
    }

    /** The pass of the next step, without local derivatives. */
    Trace glimpse() {
        toEnd();
        return opened.of(run.trace(), Trace::recordResults);
    }

    /**
     * A step that is done, or the next one.
     *
     * @throws java.util.concurrent.CancellationException where it was cancelled on the way
     */
    ObservedStep look(int step, BooleanSupplier cancelled) {
        leadBackTo(step);
        ObservedStep observed = replay.step(step, cancelled);
        Trace trace = opened.of(observed.trace(), workspace -> Trace.record(workspace, cancelled));
        return new ObservedStep(observed.step(), trace, observed.updates());
    }

    /** The pass of a step that is done, or of the next one, without local derivatives. */
    Trace pass(int step) {
        leadBackTo(step);
        return opened.of(replay.pass(step), Trace::recordResults);
    }

    /** What was learned in so many steps: parameters, and what nodes gathered. */
    Learned learned(int steps) {
        leadBackTo(steps);
        replay.at(steps);
        return new Learned(run.parameters(), run.gathered());
    }

    /** Parameters, and the settings in which nodes keep what they gathered. */
    record Learned(Map<NodeId, Tensor> parameters, Map<NodeId, Settings> gathered) {
        Learned {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            gathered = Collections.unmodifiableMap(new LinkedHashMap<>(gathered));
        }
    }

    @Override
    public void close() {
        run.close();
    }

    private void leadBackTo(int step) {
        if (step == done()) {
            toEnd();
        } else if (end == null) {
            end = run.checkpoint();
        }
    }

    private void toEnd() {
        if (end != null) {
            run.restore(end);
            end = null;
        }
    }
}

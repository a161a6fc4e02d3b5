package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.trace.Trace;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A training run again, to any of its steps and to the same bits: on from the last checkpoint before the step, or from
 * where it stands where that is nearer. Belongs to one thread; close it to free its memory.
 */
public final class Replay implements AutoCloseable {
    private final TrainingRun run;
    private final Checkpoints checkpoints;

    private Replay(TrainingRun run, Checkpoints checkpoints) {
        this.run = run;
        this.checkpoints = checkpoints;
    }

    /**
     * @param checkpoints of a training of this plan in this way; those that are passed on the way are added
     * @throws TrainingProblem where the plan cannot be trained like that
     */
    public static Replay of(ExecutionPlan plan, Training training, Checkpoints checkpoints) throws TrainingProblem {
        TrainingRun run = TrainingRun.of(plan, training);
        checkpoints.visit(run);
        return new Replay(run, checkpoints);
    }

    /**
     * Going back in a training and on again; the training is where it was led to last.
     *
     * @param checkpoints of this training
     */
    public static Replay of(TrainingRun run, Checkpoints checkpoints) {
        checkpoints.visit(run);
        return new Replay(run, checkpoints);
    }

    /** How many steps have to be run again to get to where so many are done. */
    public int distance(int done) {
        int nearest = checkpoints.before(done).done();
        return done - (isOnTheWay(done, nearest) ? run.done() : nearest);
    }

    /**
     * The moment when so many steps were done.
     *
     * @throws chainrule.exec.RunProblem where the training was stopped by a mistake before that
     */
    public Checkpoint at(int done) {
        goTo(done, () -> false);
        return run.checkpoint();
    }

    /**
     * A step, observed.
     *
     * @param step counted from 0
     * @throws chainrule.exec.RunProblem where the training was stopped by a mistake before that
     */
    public ObservedStep step(int step) {
        return step(step, () -> false);
    }

    /**
     * A step, observed, where nobody cancels that on the way.
     *
     * @param step counted from 0
     * @param cancelled asked all the time
     * @throws java.util.concurrent.CancellationException where it was
     * @throws chainrule.exec.RunProblem where the training was stopped by a mistake before that
     */
    public ObservedStep step(int step, BooleanSupplier cancelled) {
        run.stopWhen(cancelled);
        try {
            goTo(step, cancelled);
            return run.observe();
        } finally {
            run.stopWhen(() -> false);
        }
    }

    /** The pass of a step, without local derivatives and updates: quicker than to observe it. */
    public Trace pass(int step) {
        goTo(step, () -> false);
        return run.trace();
    }

    @Override
    public void close() {
        run.close();
    }

    private void goTo(int done, BooleanSupplier cancelled) {
        Checkpoint nearest = checkpoints.before(done);
        if (!isOnTheWay(done, nearest.done())) {
            run.restore(nearest);
        }
        while (run.done() < done) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            run.step();
            checkpoints.visit(run);
        }
    }

    private boolean isOnTheWay(int done, int nearest) {
        return run.done() <= done && run.done() >= nearest;
    }
}

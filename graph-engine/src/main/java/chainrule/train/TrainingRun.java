package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.exec.Pass;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A training under way. It owns the passes that it runs, belongs to one thread, and is closed to free the memory.
 */
public final class TrainingRun implements AutoCloseable {
    private static final Phrases WORDS = Phrases.of(TrainingRun.class);

    /** Told after each step; answers whether to go on. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param done how many steps are done
         * @param loss the loss before the last of them
         */
        boolean goOn(int done, double loss);
    }

    private final ExecutionPlan plan;
    private final Training training;
    private final Batches batches;
    private final Lanes lanes;
    private final Updates updates;
    private final Progress progress;

    private TrainingRun(ExecutionPlan plan, Training training, UpdateRule rule) throws TrainingProblem {
        List<NodeId> learned = updated(plan, training);
        this.plan = plan;
        this.training = training;
        this.batches = new Batches(plan);
        this.lanes = new Lanes(batches, training.steps(), learned);
        this.updates = new Updates(rule, lanes.current(), learned);
        this.progress = new Progress(training.steps());
        batches.load(lanes.current());
    }

    /**
     * A training of a plan that has done no step yet.
     *
     * @throws TrainingProblem where the plan cannot be trained like that
     */
    public static TrainingRun of(ExecutionPlan plan, Training training) throws TrainingProblem {
        UpdateRule rule = UpdateRule.of(training);
        if (training.steps() < 0) {
            throw TrainingProblem.of(WORDS.text("trainingRun.trainingStepsHaveAtLeast", training.steps()));
        }
        NodeId root = plan.root()
                .orElseThrow(() -> TrainingProblem.of(WORDS.text("trainingRun.thereNothingMakeSmallerChoose")));
        for (NodeId id : training.only()) {
            checkNamed(plan, id);
        }
        if (updated(plan, training).isEmpty()) {
            throw new TrainingProblem(Problem.at(root, WORDS.text("trainingRun.nothingCanTrainedNoParameter", root)));
        }
        return new TrainingRun(plan, training, rule);
    }

    /** How the training block has it. */
    public Training training() {
        return training;
    }

    /**
     * From now on a step, or a look at one, ends with a {@link java.util.concurrent.CancellationException} where this
     * answers true; it is asked often. The training then stands before the step that was ended, and can go on. A step that
     * was ended while its parameters moved is finished before the training is asked anything; closing it drops it.
     */
    public void stopWhen(BooleanSupplier ends) {
        lanes.stopWhen(ends);
    }

    /** How many steps are done. */
    public int done() {
        settle();
        return updates.done();
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(int step) {
        return updates.rule().rate(step);
    }

    /** How many steps an epoch takes; 1 where each step takes all examples. */
    public int stepsAnEpoch() {
        return batches.stepsAnEpoch();
    }

    /**
     * One step: forward, backward, update; then what nodes remember moves on.
     *
     * @return the loss of the step's batch before the update
     * @throws chainrule.exec.RunProblem where the numbers show a learner's mistake
     * @throws java.util.concurrent.CancellationException where it was to {@linkplain #stopWhen stop}
     */
    public double step() {
        long start = System.nanoTime();
        Pass pass = lanes.current();
        if (!updates.isUnderWay()) {
            pass.run();
        }
        double loss = pass.loss();
        updates.step();
        lanes.undisturbed(this::goOn);
        progress.add(done(), loss, System.nanoTime() - start);
        return loss;
    }

    /** What follows an update: what nodes remember moves on, and the next batch comes. */
    private void goOn() {
        lanes.current().gather();
        if (!batches.isWhole()) {
            batches.next();
            follow();
        }
        lanes.current().draw();
    }

    /** Steps until so many are done in all, or the watcher stops it. */
    public void run(int steps, Watcher watcher) {
        boolean on = true;
        while (on && done() < steps) {
            double loss = step();
            on = watcher.goOn(done(), loss);
        }
    }

    /** The loss of every step's batch before its update. */
    public double[] losses() {
        settle();
        return progress.losses(done());
    }

    /** How many seconds a step has taken of late; 0 where none was done here. */
    public double pace() {
        return progress.pace(done()) / 1e9;
    }

    /** How long the steps took. */
    public StepTimes times() {
        return progress.times(done());
    }

    /** Loss and accuracy of the parameters as they are now, on all examples. */
    public Metrics metrics() {
        settle();
        Pass current = lanes.current();
        if (batches.isWhole()) {
            return measured(current);
        }
        try (Pass all = FastPass.of(plan, List.of())) {
            parameters().forEach(all::load);
            all.restore(current.remembered());
            return measured(all);
        }
    }

    /** The parameters as they are now, those that are not updated included. */
    public Map<NodeId, Tensor> parameters() {
        settle();
        Map<NodeId, Tensor> result = new LinkedHashMap<>();
        for (NodeId id : plan.order()) {
            if (plan.graph().type(id).trainable()) {
                result.put(id, lanes.current().value(Source.of(id)));
            }
        }
        return result;
    }

    /** All that decides how this training goes on from here. */
    public Checkpoint checkpoint() {
        settle();
        Map<NodeId, Tensor> values = new LinkedHashMap<>();
        updated(plan, training).forEach(id -> values.put(id, lanes.current().value(Source.of(id))));
        return new Checkpoint(done(), values, updates.moments(), lanes.current().remembered(), batches.places());
    }

    /** The next step, observed: its batch, its masks, its gradients, its updates. The training stays where it is. */
    public ObservedStep observe() {
        settle();
        Workspace workspace = lanes.observed();
        batches.load(workspace);
        Trace trace = Trace.record(workspace);
        List<ParameterUpdate> moved = trace.problem().isPresent()
                ? List.of()
                : updates.observed(workspace).explainedStep();
        return new ObservedStep(done(), trace, moved);
    }

    /** The pass of the next step, without local derivatives and updates: quicker than to observe it. */
    public Trace trace() {
        settle();
        Workspace workspace = lanes.observed();
        batches.load(workspace);
        return Trace.recordResults(workspace);
    }

    /** The loss of the last step before its update; NaN where no step was done here. */
    public double lastLoss() {
        settle();
        return progress.loss(done());
    }

    /** Goes on from a checkpoint of a training of the same plan in the same way, to the same bits. */
    public void restore(Checkpoint checkpoint) {
        batches.restore(checkpoint.places());
        follow();
        lanes.current().restore(checkpoint.remembered());
        checkpoint.parameters().forEach(lanes.current()::load);
        updates.restore(lanes.current(), checkpoint.done(), checkpoint.moments());
    }

    /** What training has gathered in nodes, by the settings that keep it; nodes that gather nothing are left out. */
    public Map<NodeId, Settings> gathered() {
        settle();
        Map<NodeId, Settings> result = new LinkedHashMap<>();
        for (NodeId id : plan.order()) {
            Settings settings = Settings.none();
            for (Param<Tensor> param : plan.graph().type(id).gathered()) {
                settings = settings.with(param, lanes.current().state(id, param.name()));
            }
            if (!settings.literals().isEmpty()) {
                result.put(id, settings);
            }
        }
        return result;
    }

    @Override
    public void close() {
        lanes.close();
    }

    /** The parameters that a training changes: those it names, or all that may change. */
    public static List<NodeId> updated(ExecutionPlan plan, Training training) {
        return plan.trainable().stream()
                .filter(id -> training.only().isEmpty()
                        || training.only().stream().anyMatch(named -> named.equals(id) || id.within(named)))
                .toList();
    }

    private static void checkNamed(ExecutionPlan plan, NodeId id) throws TrainingProblem {
        Graph graph = plan.graph();
        if (plan.outline().isOpened(id)) {
            return;
        }
        if (!graph.has(id)) {
            throw TrainingProblem.of(WORDS.text("trainingRun.trainingChangeThereNoSuch", id));
        }
        if (!graph.type(id).trainable()) {
            throw new TrainingProblem(Problem.at(
                    id,
                    WORDS.text(
                            "trainingRun.trainingChangeWhichTypeOnly",
                            id,
                            graph.type(id).id())));
        }
    }

    /** Finishes a step whose parameters have begun to move. */
    private void settle() {
        if (updates.isUnderWay()) {
            lanes.undisturbed(this::step);
        }
    }

    /** Makes the pass for the batch at hand the current one, and writes the batch into it. */
    private void follow() {
        if (lanes.follow()) {
            updates.moveTo(lanes.current());
        }
        batches.load(lanes.current());
    }

    private static Metrics measured(Pass pass) {
        pass.runForward();
        return new Metrics(pass.loss(), Accuracy.of(pass));
    }
}

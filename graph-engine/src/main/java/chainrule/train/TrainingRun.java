package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training under way: full batch. It owns a fast pass, belongs to one thread, and is closed to free the
 * memory.
 */
public final class TrainingRun implements AutoCloseable {
    /** Told after each step; answers whether to go on. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param done how many steps are done
         * @param loss the loss before the last of them
         */
        boolean goOn(int done, double loss);
    }

    private final Training training;
    private final FastPass workspace;
    private final Updates updates;
    private double[] losses;
    private long[] nanos;

    private TrainingRun(ExecutionPlan plan, Training training, UpdateRule rule) {
        this.training = training;
        this.workspace = FastPass.of(plan, updated(plan, training));
        this.updates = new Updates(rule, workspace, updated(plan, training));
        this.losses = new double[Math.max(16, Math.min(training.steps(), 1 << 20))];
        this.nanos = new long[losses.length];
    }

    /**
     * A training of a plan that has done no step yet.
     *
     * @throws TrainingProblem where the plan cannot be trained like that
     */
    public static TrainingRun of(ExecutionPlan plan, Training training) throws TrainingProblem {
        UpdateRule rule = UpdateRule.of(training);
        if (training.steps() < 0) {
            throw TrainingProblem.of("Training has %d steps: it should have at least 0.".formatted(training.steps()));
        }
        NodeId root = plan.root()
                .orElseThrow(() -> TrainingProblem.of(
                        "There is nothing to make smaller: choose the loss as the root of the graph."));
        for (NodeId id : training.only()) {
            checkNamed(plan.graph(), id);
        }
        if (updated(plan, training).isEmpty()) {
            throw new TrainingProblem(Problem.at(
                    root, "Nothing can be trained: no parameter that may change reaches %s.".formatted(root)));
        }
        return new TrainingRun(plan, training, rule);
    }

    /** How the training block has it. */
    public Training training() {
        return training;
    }

    /** How many steps are done. */
    public int done() {
        return updates.done();
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(int step) {
        return updates.rule().rate(step);
    }

    /**
     * One step: forward, backward, update; then what nodes remember moves on.
     *
     * @return the loss before the update
     * @throws chainrule.exec.RunProblem where the numbers show a learner's mistake
     */
    public double step() {
        long start = System.nanoTime();
        workspace.run();
        double loss = workspace.loss();
        updates.step();
        workspace.advance();
        remember(loss, System.nanoTime() - start);
        return loss;
    }

    /** Steps until so many are done in all, or the watcher stops it. */
    public void run(int steps, Watcher watcher) {
        boolean on = true;
        while (on && done() < steps) {
            double loss = step();
            on = watcher.goOn(done(), loss);
        }
    }

    /** The loss of every step before its update. */
    public double[] losses() {
        return Arrays.copyOf(losses, done());
    }

    /** How long the steps took. */
    public StepTimes times() {
        return StepTimes.of(Arrays.copyOf(nanos, done()));
    }

    /** Loss and accuracy of the parameters as they are now. */
    public Metrics metrics() {
        workspace.runForward();
        return new Metrics(workspace.loss(), Accuracy.of(workspace));
    }

    /** The parameters as they are now, those that are not updated included. */
    public Map<NodeId, Tensor> parameters() {
        Map<NodeId, Tensor> result = new LinkedHashMap<>();
        Graph graph = workspace.plan().graph();
        for (NodeId id : workspace.plan().order()) {
            if (graph.type(id).trainable()) {
                result.put(id, workspace.value(Source.of(id)));
            }
        }
        return result;
    }

    /** What training has gathered in nodes, by the settings that keep it; nodes that gather nothing are left out. */
    public Map<NodeId, Settings> gathered() {
        Map<NodeId, Settings> result = new LinkedHashMap<>();
        for (NodeId id : workspace.plan().order()) {
            Settings settings = Settings.none();
            for (Param<Tensor> param : workspace.plan().graph().type(id).gathered()) {
                settings = settings.with(param, workspace.state(id, param.name()));
            }
            if (!settings.literals().isEmpty()) {
                result.put(id, settings);
            }
        }
        return result;
    }

    @Override
    public void close() {
        workspace.close();
    }

    /** The parameters that a training changes: those it names, or all that may change. */
    public static List<NodeId> updated(ExecutionPlan plan, Training training) {
        return plan.trainable().stream()
                .filter(id -> training.only().isEmpty() || training.only().contains(id))
                .toList();
    }

    private static void checkNamed(Graph graph, NodeId id) throws TrainingProblem {
        if (!graph.has(id)) {
            throw TrainingProblem.of("Training is to change %s, and there is no such node.".formatted(id));
        }
        if (!graph.type(id).trainable()) {
            throw new TrainingProblem(Problem.at(
                    id,
                    "Training is to change %s, which is of the type %s: only parameters can change."
                            .formatted(id, graph.type(id).id())));
        }
    }

    private void remember(double loss, long time) {
        int at = done() - 1;
        if (at == losses.length) {
            losses = Arrays.copyOf(losses, at * 2);
            nanos = Arrays.copyOf(nanos, at * 2);
        }
        losses[at] = loss;
        nanos[at] = time;
    }
}

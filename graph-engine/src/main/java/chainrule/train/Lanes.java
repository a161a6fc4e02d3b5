package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.exec.Pass;
import chainrule.exec.RunProblem;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The fast passes of a training, one for each size of batch. One of them is in use; the next takes over its parameters
 * and what its nodes remember.
 */
final class Lanes implements AutoCloseable {
    private final Map<Map<NodeId, Integer>, ExecutionPlan> plans = new LinkedHashMap<>();
    private final Map<Map<NodeId, Integer>, FastPass> passes = new HashMap<>();
    private final Batches batches;
    private final List<NodeId> learned;
    private final Map<Pass, Workspace> observed = new HashMap<>();
    private FastPass current;
    private BooleanSupplier ends = () -> false;
    private boolean undisturbed;

    /**
     * @throws TrainingProblem where the graph does not take the batches of the first steps
     */
    Lanes(Batches batches, int steps, List<NodeId> learned) throws TrainingProblem {
        this.batches = batches;
        this.learned = learned;
        for (Map<NodeId, Integer> sizes : batches.occurring(steps)) {
            plans.put(sizes, batches.plan(sizes));
        }
        try {
            current = pass(batches.sizes());
        } catch (RunProblem tooLarge) {
            throw new TrainingProblem(tooLarge.problem());
        }
    }

    FastPass current() {
        return current;
    }

    /** Uses the pass for the batch at hand from now on; answers whether that is another one. */
    boolean follow() {
        FastPass next = pass(batches.sizes());
        boolean other = next != current;
        if (other) {
            handOver(current, next);
            current = next;
        }
        return other;
    }

    /** An observed pass of the current plan, with the parameters and the memory of the current pass. */
    Workspace observed() {
        Workspace workspace = observed.computeIfAbsent(current, pass -> new Workspace(pass.plan()));
        workspace.stopWhen(this::isEnding);
        handOver(current, workspace);
        return workspace;
    }

    /** Ends a pass of any of them where this answers true. */
    void stopWhen(BooleanSupplier ends) {
        this.ends = ends;
    }

    /** Does something that is not to be ended. */
    void undisturbed(Runnable work) {
        boolean before = undisturbed;
        undisturbed = true;
        try {
            work.run();
        } finally {
            undisturbed = before;
        }
    }

    private boolean isEnding() {
        return !undisturbed && ends.getAsBoolean();
    }

    @Override
    public void close() {
        passes.values().forEach(FastPass::close);
        observed.values().forEach(Workspace::close);
    }

    private void handOver(Pass from, Pass to) {
        learned.stream().map(Source::of).forEach(source -> to.buffer(source).load(from.value(source)));
        to.restore(from.remembered());
    }

    private FastPass pass(Map<NodeId, Integer> sizes) {
        FastPass pass = passes.get(sizes);
        if (pass == null) {
            pass = FastPass.of(plan(sizes), learned);
            pass.stopWhen(this::isEnding);
            passes.put(sizes, pass);
        }
        return pass;
    }

    private ExecutionPlan plan(Map<NodeId, Integer> sizes) {
        ExecutionPlan plan = plans.get(sizes);
        try {
            return plan != null ? plan : batches.plan(sizes);
        } catch (TrainingProblem late) {
            throw new RunProblem(late.problem());
        }
    }
}
